using CareCatalog.Dialogs;
using CareCatalog.Storage.Keys;
using Npgsql;

namespace CareCatalog.Storage.Postgres;

/// <summary>Cases and the audit, shared by all nodes.</summary>
public sealed class PostgresRecords : ICaseStore, IAuditLog
{
    private readonly NpgsqlDataSource source;
    private readonly KeyRing ring;
    private readonly TimeProvider clock;

    internal PostgresRecords(NpgsqlDataSource source, KeyRing ring, TimeProvider clock) => (this.source, this.ring, this.clock) = (source, ring, clock);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<HandoffCase>> ListCasesAsync(int limit, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        return await ReadAsync(
            "SELECT id, opened, language, jurisdiction, closed, closed_by FROM handoff ORDER BY closed IS NOT NULL, closed DESC, opened LIMIT $1", limit,
            row => new HandoffCase(row.GetString(0), Moment(row.GetInt64(1)), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3))
            {
                Closed = row.IsDBNull(4) ? null : Moment(row.GetInt64(4)),
                ClosedBy = row.IsDBNull(5) ? null : row.GetString(5),
            },
            cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> CloseCaseAsync(string id, string by, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("UPDATE handoff SET closed = $2, closed_by = $3 WHERE id = $1 AND closed IS NULL");
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = clock.GetUtcNow().ToUnixTimeMilliseconds() });
        command.Parameters.Add(new() { Value = by });
        return await command.ExecuteNonQueryAsync(cancellation) == 1;
    }

    /// <inheritdoc/>
    public async ValueTask AppendAsync(string actor, string action, string subject, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        // One after the other, whichever node: each link holds the one before. Readers are not kept waiting.
        await using (var alone = new NpgsqlCommand("LOCK TABLE audit IN SHARE ROW EXCLUSIVE MODE", connection, transaction)) await alone.ExecuteNonQueryAsync(cancellation);
        var (last, before) = await LastAsync(connection, cancellation);
        var entry = new AuditEntry(last + 1, clock.GetUtcNow(), actor, action, subject);
        await using var append = new NpgsqlCommand("INSERT INTO audit VALUES ($1, $2, $3, $4, $5, $6)", connection, transaction)
        {
            Parameters =
            {
                new() { Value = entry.Sequence }, new() { Value = entry.At.ToUnixTimeMilliseconds() }, new() { Value = actor }, new() { Value = action },
                new() { Value = subject }, new() { Value = AuditChain.LinkOf(ring, before, entry) },
            },
        };
        await append.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<AuditEntry>> ReadAuditAsync(int limit, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        return await ReadAsync("SELECT * FROM (SELECT * FROM audit ORDER BY sequence DESC LIMIT $1) AS newest ORDER BY sequence", limit, EntryOf, cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask<long?> FindAuditBreakAsync(CancellationToken cancellation) => AuditChain.FindBreak(
        ring, await ReadAsync("SELECT * FROM audit ORDER BY sequence LIMIT $1", long.MaxValue, row => (EntryOf(row), row.GetFieldValue<byte[]>(5)), cancellation));

    private static AuditEntry EntryOf(NpgsqlDataReader row) =>
        new(row.GetInt64(0), Moment(row.GetInt64(1)), row.GetString(2), row.GetString(3), row.GetString(4));

    private static DateTimeOffset Moment(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private static async Task<(long Sequence, byte[] Link)> LastAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT sequence, link FROM audit ORDER BY sequence DESC LIMIT 1", connection);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? (row.GetInt64(0), row.GetFieldValue<byte[]>(1)) : (0, AuditChain.Start);
    }

    private async Task<List<T>> ReadAsync<T>(string query, long limit, Func<NpgsqlDataReader, T> make, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(query);
        command.Parameters.Add(new() { Value = limit });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var found = new List<T>();
        while (await row.ReadAsync(cancellation)) found.Add(make(row));
        return found;
    }
}
