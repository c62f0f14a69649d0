using CareCatalog.Dialogs;
using CareCatalog.Storage.Keys;
using Microsoft.Data.Sqlite;

namespace CareCatalog.Storage.Sqlite;

/// <summary>Cases and the audit, in the same file as the conversations.</summary>
public sealed class SqliteRecords : ICaseStore, IAuditLog
{
    private readonly SqliteWriter writer;
    private readonly PreparedStatements statements;
    private readonly Func<SqliteConnection> openToRead;
    private readonly KeyRing ring;
    private readonly TimeProvider clock;

    internal SqliteRecords(SqliteWriter writer, PreparedStatements statements, Func<SqliteConnection> openToRead, KeyRing ring, TimeProvider clock) =>
        (this.writer, this.statements, this.openToRead, this.ring, this.clock) = (writer, statements, openToRead, ring, clock);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<HandoffCase>> ListCasesAsync(int limit, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        return new(Read(
            "SELECT id, opened, language, jurisdiction, closed, closed_by FROM handoff ORDER BY closed IS NOT NULL, closed DESC, opened LIMIT $limit", limit,
            row => new HandoffCase(row.GetString(0), Moment(row.GetInt64(1)), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3))
            {
                Closed = row.IsDBNull(4) ? null : Moment(row.GetInt64(4)),
                ClosedBy = row.IsDBNull(5) ? null : row.GetString(5),
            }));
    }

    /// <inheritdoc/>
    public async ValueTask<bool> CloseCaseAsync(string id, string by, CancellationToken cancellation) => await writer.WriteAsync(
        () => statements.Run("UPDATE handoff SET closed = ?2, closed_by = ?3 WHERE id = ?1 AND closed IS NULL", id, clock.GetUtcNow().ToUnixTimeMilliseconds(), by), cancellation) == 1;

    /// <inheritdoc/>
    public async ValueTask AppendAsync(string actor, string action, string subject, CancellationToken cancellation) => await writer.WriteAsync(
        () =>
        {
            var (last, before) = Last();
            var entry = new AuditEntry(last + 1, clock.GetUtcNow(), actor, action, subject);
            return statements.Run(
                "INSERT INTO audit VALUES (?1, ?2, ?3, ?4, ?5, ?6)", entry.Sequence, entry.At.ToUnixTimeMilliseconds(), actor, action, subject,
                AuditChain.LinkOf(ring, before, entry));
        },
        cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AuditEntry>> ReadAuditAsync(int limit, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        return new(Read("SELECT * FROM (SELECT * FROM audit ORDER BY sequence DESC LIMIT $limit) ORDER BY sequence", limit, EntryOf));
    }

    /// <inheritdoc/>
    public ValueTask<long?> FindAuditBreakAsync(CancellationToken cancellation) => new(AuditChain.FindBreak(
        ring, Read("SELECT * FROM audit ORDER BY sequence LIMIT $limit", -1, row => (EntryOf(row), row.GetFieldValue<byte[]>(5)))));

    private static AuditEntry EntryOf(SqliteDataReader row) =>
        new(row.GetInt64(0), Moment(row.GetInt64(1)), row.GetString(2), row.GetString(3), row.GetString(4));

    private static DateTimeOffset Moment(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private (long Sequence, byte[] Link) Last()
    {
        using var row = statements.Prepare("SELECT sequence, link FROM audit ORDER BY sequence DESC LIMIT 1").ExecuteReader();
        return row.Read() ? (row.GetInt64(0), row.GetFieldValue<byte[]>(1)) : (0, AuditChain.Start);
    }

    private List<T> Read<T>(string query, int limit, Func<SqliteDataReader, T> make)
    {
        using var connection = openToRead();
        using var command = connection.CreateCommand();
        command.CommandText = query;
        command.Parameters.AddWithValue("$limit", limit);
        using var row = command.ExecuteReader();
        var found = new List<T>();
        while (row.Read()) found.Add(make(row));
        return found;
    }
}
