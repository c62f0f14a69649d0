using CareCatalog.Dialogs;
using CareCatalog.Storage.Keys;
using Npgsql;

namespace CareCatalog.Storage.Postgres;

/// <summary>
/// What the nodes have let through together. The table is not logged, so no commit waits for a disk or a standby: after a
/// crash the buckets are full again, which a limit may be.
/// </summary>
public sealed class PostgresBuckets : ITokenBuckets
{
    // What flowed in since a bucket was last looked at, less what was taken; never more than it holds, nor deeper in debt.
    private const string Take = """
        INSERT INTO bucket AS b SELECT name, size, size - taken, $4 FROM unnest($1, $2, $3) AS u (name, size, taken) ORDER BY name
        ON CONFLICT (name) DO UPDATE SET size = excluded.size, at = greatest(b.at, excluded.at), tokens = greatest(-excluded.size,
          least(excluded.size, b.tokens + greatest(0, excluded.at - b.at) * excluded.size / 60000) - (excluded.size - excluded.tokens))
        RETURNING name, tokens
        """;

    private readonly NpgsqlDataSource source;
    private readonly KeyRing ring;
    private readonly TimeProvider clock;

    internal PostgresBuckets(NpgsqlDataSource source, KeyRing ring, TimeProvider clock) => (this.source, this.ring, this.clock) = (source, ring, clock);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<double>> TakeAsync(IReadOnlyList<TokenUse> uses, CancellationToken cancellation)
    {
        var names = uses.Select(use => ring.NameOf("bucket\n" + use.Bucket)).ToArray();
        await using var command = source.CreateCommand(Take);
        command.Parameters.Add(new() { Value = names });
        command.Parameters.Add(new() { Value = uses.Select(use => (double)use.Size).ToArray() });
        command.Parameters.Add(new() { Value = uses.Select(use => (double)use.Taken).ToArray() });
        command.Parameters.Add(new() { Value = clock.GetUtcNow().ToUnixTimeMilliseconds() });
        var left = new Dictionary<string, double>(StringComparer.Ordinal);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation)) left[row.GetString(0)] = row.GetDouble(1);
        return [.. names.Select(name => left[name])];
    }
}
