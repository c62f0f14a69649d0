using Npgsql;

namespace CareCatalog.Storage.Postgres;

/// <summary>The editions published, for nodes that have no folder in common. What an edition is, is not known here.</summary>
public sealed class PostgresEditions
{
    private readonly NpgsqlDataSource source;
    private readonly TimeProvider clock;

    internal PostgresEditions(NpgsqlDataSource source, TimeProvider clock) => (this.source, this.clock) = (source, clock);

    /// <summary>The version put in force last; null when none ever was.</summary>
    public async ValueTask<string?> FindInForceAsync(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("SELECT version FROM edition_in_force ORDER BY sequence DESC LIMIT 1");
        return (string?)await command.ExecuteScalarAsync(cancellation);
    }

    /// <summary>An edition's content as it was put here; null when it never was.</summary>
    public async ValueTask<byte[]?> ReadAsync(string version, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("SELECT content FROM edition WHERE version = $1");
        command.Parameters.Add(new() { Value = version });
        return (byte[]?)await command.ExecuteScalarAsync(cancellation);
    }

    /// <summary>Keeps an edition and puts it in force.</summary>
    public async ValueTask PutInForceAsync(string version, byte[] content, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("INSERT INTO edition VALUES ($1, $2) ON CONFLICT DO NOTHING") { Parameters = { new() { Value = version }, new() { Value = content } } },
                new("INSERT INTO edition_in_force (at, version) VALUES ($2, $1)") { Parameters = { new() { Value = version }, new() { Value = clock.GetUtcNow().ToUnixTimeMilliseconds() } } },
            },
        };
        await batch.ExecuteNonQueryAsync(cancellation);
    }
}
