using CareCatalog.Dialogs;
using Npgsql;

namespace CareCatalog.Storage.Postgres;

/// <summary>Deletes: one conversation, or part by part what is to be kept no longer.</summary>
internal static class PostgresRemoval
{
    /// <summary>Keeps for the restoring of backups that a conversation was deleted.</summary>
    public static NpgsqlBatchCommand Note(string name, DateTimeOffset at) =>
        new("INSERT INTO deletion VALUES ($1, $2) ON CONFLICT (conversation) DO UPDATE SET at = excluded.at")
        { Parameters = { new() { Value = name }, new() { Value = at.ToUnixTimeMilliseconds() } } };

    /// <summary>Deletes one conversation; with a cutoff only if it is silent since then or before.</summary>
    public static async Task RemoveAsync(NpgsqlConnection connection, string name, DateTimeOffset? cutoff, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            Removal("", "name = $1 AND ($2::bigint IS NULL OR last_turn <= $2)"), connection)
        {
            Parameters = { new() { Value = name }, new() { Value = (object?)cutoff?.ToUnixTimeMilliseconds() ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bigint } },
        };
        await command.ExecuteScalarAsync(cancellation);
    }

    /// <summary>Deletes what is to be kept no longer, of every part; 0 when another node is at it.</summary>
    public static async Task<int> SweepAsync(NpgsqlDataSource source, Retained what, DateTimeOffset until, DateTimeOffset now, CancellationToken cancellation)
    {
        if (what == Retained.Case) return await RunAsync(source, "DELETE FROM handoff WHERE closed <= $1", until, cancellation);
        var swept = 0L;
        for (var part = 0; part < PostgresSchema.Parts; part++)
        {
            await using var connection = await source.OpenConnectionAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await using var claim = new NpgsqlCommand($"SELECT pg_try_advisory_xact_lock({PostgresSchema.Lock})", connection, transaction);
            if (!(bool)(await claim.ExecuteScalarAsync(cancellation))!) return (int)swept;
            foreach (var statement in what == Retained.State ? [Emptying($"_{part}")] : new[] { Removal($"_{part}", "last_turn <= $1"), Shortening($"_{part}") })
            {
                await using var sweep = new NpgsqlCommand(statement, connection, transaction) { Parameters = { new() { Value = until.ToUnixTimeMilliseconds() } } };
                swept += (long)(await sweep.ExecuteScalarAsync(cancellation))!;
            }
            await transaction.CommitAsync(cancellation);
        }
        // A bucket is full again after a minute, and then as good as none.
        if (what == Retained.State) await RunAsync(source, "DELETE FROM bucket WHERE at <= $1", now.AddMinutes(-2), cancellation);
        if (what == Retained.Transcript) await RunAsync(source, "DELETE FROM deletion WHERE at <= $1", now - Deletions.Kept, cancellation);
        return (int)swept;
    }

    private static async Task<int> RunAsync(NpgsqlDataSource source, string statement, DateTimeOffset until, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(statement);
        command.Parameters.Add(new() { Value = until.ToUnixTimeMilliseconds() });
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    private static string Emptying(string part) =>
        $"WITH emptied AS (UPDATE conversation{part} SET state = '' WHERE last_turn <= $1 AND state <> '' RETURNING 1) SELECT count(*) FROM emptied";

    private static string Removal(string part, string which) => $"""
        WITH gone AS (DELETE FROM conversation{part} WHERE {which} RETURNING name),
        entries AS (DELETE FROM entry{part} USING gone WHERE conversation = gone.name),
        messages AS (DELETE FROM inbound{part} USING gone WHERE conversation = gone.name),
        replies AS (DELETE FROM outbox USING gone WHERE conversation = gone.name)
        SELECT count(*) FROM gone
        """;

    // What was written together is of one age, so a message goes with all of its answer; it may be taken anew then.
    private static string Shortening(string part) => $"""
        WITH old AS (DELETE FROM entry{part} WHERE at <= $1 RETURNING conversation, position),
        messages AS (DELETE FROM inbound{part} USING old WHERE inbound{part}.conversation = old.conversation AND first = position),
        replies AS (DELETE FROM outbox USING old WHERE outbox.conversation = old.conversation AND outbox.position = old.position)
        SELECT count(DISTINCT conversation) FROM old
        """;
}
