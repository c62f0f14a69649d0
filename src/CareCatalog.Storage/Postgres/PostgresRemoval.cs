using Npgsql;

namespace CareCatalog.Storage.Postgres;

/// <summary>Deletes conversations: one, or part by part those that are silent.</summary>
internal static class PostgresRemoval
{
    /// <summary>Keeps for the restoring of backups that a conversation was deleted.</summary>
    public static NpgsqlBatchCommand Note(string name, DateTimeOffset at) =>
        new("INSERT INTO deletion VALUES ($1, $2) ON CONFLICT (conversation) DO UPDATE SET at = excluded.at")
        { Parameters = { new() { Value = name }, new() { Value = at.ToUnixTimeMilliseconds() } } };

    /// <summary>Deletes one conversation; with a cutoff only if it is silent since before it.</summary>
    public static async Task RemoveAsync(NpgsqlConnection connection, string name, DateTimeOffset? cutoff, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            Removal("", "name = $1 AND ($2::bigint IS NULL OR last_turn <= $2)"), connection)
        {
            Parameters = { new() { Value = name }, new() { Value = (object?)cutoff?.ToUnixTimeMilliseconds() ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bigint } },
        };
        await command.ExecuteScalarAsync(cancellation);
    }

    /// <summary>Deletes the silent of every part, and notes of deletions older than any backup; 0 when another node is at it.</summary>
    public static async Task<int> SweepAsync(NpgsqlDataSource source, DateTimeOffset silentSince, CancellationToken cancellation)
    {
        var swept = 0L;
        for (var part = 0; part < PostgresSchema.Parts; part++)
        {
            await using var connection = await source.OpenConnectionAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await using var claim = new NpgsqlCommand($"SELECT pg_try_advisory_xact_lock({PostgresSchema.Lock})", connection, transaction);
            if (!(bool)(await claim.ExecuteScalarAsync(cancellation))!) return (int)swept;
            await using var sweep = new NpgsqlCommand(Removal($"_{part}", "last_turn <= $1"), connection, transaction)
            { Parameters = { new() { Value = silentSince.ToUnixTimeMilliseconds() } } };
            swept += (long)(await sweep.ExecuteScalarAsync(cancellation))!;
            await transaction.CommitAsync(cancellation);
        }
        await using var forget = source.CreateCommand("DELETE FROM deletion WHERE at <= $1");
        forget.Parameters.Add(new() { Value = (silentSince - Deletions.Kept).ToUnixTimeMilliseconds() });
        await forget.ExecuteNonQueryAsync(cancellation);
        return (int)swept;
    }

    private static string Removal(string part, string which) => $"""
        WITH gone AS (DELETE FROM conversation{part} WHERE {which} RETURNING name),
        entries AS (DELETE FROM entry{part} USING gone WHERE conversation = gone.name),
        messages AS (DELETE FROM inbound{part} USING gone WHERE conversation = gone.name),
        replies AS (DELETE FROM outbox USING gone WHERE conversation = gone.name)
        SELECT count(*) FROM gone
        """;
}
