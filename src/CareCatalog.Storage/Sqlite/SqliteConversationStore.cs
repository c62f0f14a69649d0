using System.Data.Common;
using CareCatalog.Dialogs;
using CareCatalog.Storage.Keys;
using Microsoft.Data.Sqlite;

namespace CareCatalog.Storage.Sqlite;

/// <summary>
/// Conversations in one SQLite file: what was acknowledged is on the disk (write-ahead log, synchronous FULL), each
/// conversation is sealed with a key of its own, and what was deleted is overwritten (secure_delete). Safe to share between
/// threads; one process writes at a time.
/// </summary>
public sealed class SqliteConversationStore : IConversationStore, IOutbox, IDisposable
{
    private readonly TimeProvider clock;
    private readonly Retention retention;
    private readonly string readConnection;
    private readonly SqliteWriter writer;
    private readonly KeyRing ring;
    private readonly TurnStatements turns;
    private readonly OutboxStatements outbox;

    /// <summary>Opens the file, creating it with its folder and its tables when it is not there.</summary>
    /// <param name="path">The database file.</param>
    /// <param name="keyRingPath">The key ring's file; made with a new database, and needed ever after.</param>
    /// <param name="retention">How long what is kept of a conversation is kept.</param>
    /// <param name="clock">Judges expiry.</param>
    /// <exception cref="SqliteException">The file cannot be opened or is not a database.</exception>
    /// <exception cref="InvalidDataException">The file was written by a later release, or its key ring is not there.</exception>
    public SqliteConversationStore(string path, string keyRingPath, Retention retention, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(retention);
        this.clock = clock;
        this.retention = retention.Checked();
        var connection = SqliteSchema.Open(path);
        try
        {
            ring = SqliteSchema.OpenRing(connection, keyRingPath);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
        // Whoever had replies in hand is gone: one process writes at a time.
        SqliteSchema.Execute(connection, "UPDATE outbox SET due = since WHERE due > since");
        writer = new SqliteWriter(connection);
        var statements = new PreparedStatements(connection);
        turns = new TurnStatements(statements, ring);
        outbox = new OutboxStatements(statements, ring);
        readConnection = SqliteSchema.ReadConnectionString(path);
        Records = new SqliteRecords(writer, statements, OpenToRead, ring, clock);
    }

    /// <summary>Cases and the audit, in the same file.</summary>
    public SqliteRecords Records { get; }

    private DateTimeOffset Cutoff => clock.GetUtcNow() - retention.Transcript;

    /// <inheritdoc/>
    public ValueTask<StoredConversation?> FindAsync(string conversationId, CancellationToken cancellation)
    {
        var name = ring.NameOf(conversationId);
        using var connection = OpenToRead();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT version, state, last_position, last_turn, key FROM conversation WHERE name = $name AND last_turn > $cutoff";
        command.Parameters.AddWithValue("$name", name);
        command.Parameters.AddWithValue("$cutoff", Cutoff.ToUnixTimeMilliseconds());
        using var row = command.ExecuteReader();
        if (!row.Read()) return default;
        var (version, lastTurn) = (row.GetInt64(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)));
        var state = lastTurn <= clock.GetUtcNow() - retention.State
            ? Conversation.New
            : ring.Unwrap(row.GetFieldValue<byte[]>(4), name).OpenState(row.GetFieldValue<byte[]>(1), version);
        return new(new StoredConversation(conversationId, version, state, row.GetInt64(2), lastTurn));
    }

    /// <inheritdoc/>
    public async ValueTask<CommitReceipt> CommitAsync(TurnCommit commit, CancellationToken cancellation)
    {
        var receipt = await writer.WriteAsync(() => turns.Commit(commit, Cutoff), cancellation);
        if (commit.Forgets) await writer.EmptyLogAsync(CancellationToken.None);
        return receipt;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TranscriptEntry>> ReadAsync(
        string conversationId, long after, int limit, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        var name = ring.NameOf(conversationId);
        using var connection = OpenToRead();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT position, payload, key FROM entry JOIN conversation ON name = conversation
            WHERE conversation = $name AND position > $after AND at > $cutoff ORDER BY position LIMIT $limit
            """;
        command.Parameters.AddWithValue("$name", name);
        command.Parameters.AddWithValue("$after", after);
        command.Parameters.AddWithValue("$limit", limit);
        command.Parameters.AddWithValue("$cutoff", Cutoff.ToUnixTimeMilliseconds());
        using var row = command.ExecuteReader();
        var entries = new List<TranscriptEntry>();
        ConversationKey? key = null;
        while (row.Read())
        {
            key ??= ring.Unwrap(row.GetFieldValue<byte[]>(2), name);
            entries.Add(key.OpenEntry(row.GetFieldValue<byte[]>(1), row.GetInt64(0)));
        }
        return new(entries);
    }

    /// <inheritdoc/>
    public async ValueTask DeleteAsync(string conversationId, CancellationToken cancellation)
    {
        var name = ring.NameOf(conversationId);
        await writer.WriteAsync(() => turns.Delete(name, clock.GetUtcNow()), cancellation);
        await writer.EmptyLogAsync(cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask<int> SweepAsync(Retained what, DateTimeOffset until, CancellationToken cancellation)
    {
        var swept = what switch
        {
            Retained.State => await writer.WriteAsync(() => turns.SweepStates(until), cancellation),
            Retained.Transcript => await SweepTranscriptsAsync(until, cancellation),
            _ => await writer.WriteAsync(() => turns.SweepCases(until), cancellation),
        };
        // Each time, for what a reader kept an earlier attempt from emptying.
        await writer.EmptyLogAsync(cancellation);
        return swept;
    }

    /// <inheritdoc/>
    public ValueTask<long> CountAsync(Retained what, DateTimeOffset until, CancellationToken cancellation)
    {
        using var connection = OpenToRead();
        using var command = connection.CreateCommand();
        command.CommandText = what switch
        {
            Retained.State => "SELECT count(*) FROM conversation WHERE length(state) > 0 AND last_turn <= $until",
            Retained.Transcript => "SELECT count(*) FROM conversation WHERE last_turn <= $until",
            _ => "SELECT count(*) FROM handoff WHERE closed <= $until",
        };
        command.Parameters.AddWithValue("$until", until.ToUnixTimeMilliseconds());
        return new((long)command.ExecuteScalar()!);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> IsReachableAsync(CancellationToken cancellation)
    {
        try
        {
            return await writer.WriteAsync(turns.Touch, cancellation) >= 0;
        }
        catch (Exception failure) when (failure is DbException or ObjectDisposedException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<OutboundReply>> TakeDueAsync(int limit, TimeSpan lease, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lease, TimeSpan.Zero);
        // Asked every second; most of the time nothing waits, and then nothing is written.
        return await CountWaitingAsync(cancellation) == 0
            ? []
            : await writer.WriteAsync(() => outbox.TakeDue(limit, clock.GetUtcNow(), lease), cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask SettleAsync(OutboundReply reply, DateTimeOffset? again, CancellationToken cancellation) =>
        await writer.WriteAsync(() => outbox.Settle(reply, again), cancellation);

    /// <inheritdoc/>
    public async ValueTask StrikeAsync(string conversationId, long position, CancellationToken cancellation) =>
        await writer.WriteAsync(() => outbox.Strike(ring.NameOf(conversationId), position), cancellation);

    /// <inheritdoc/>
    public ValueTask<long> CountWaitingAsync(CancellationToken cancellation)
    {
        using var connection = OpenToRead();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM outbox";
        return new((long)command.ExecuteScalar()!);
    }

    /// <summary>Finishes what is being written and closes the file.</summary>
    public void Dispose()
    {
        writer.Dispose();
        using var connection = new SqliteConnection(readConnection);
        SqliteConnection.ClearPool(connection);
    }

    // Those concerned are looked for beside the writer, and written a few at a time, so that turns come between.
    private async Task<int> SweepTranscriptsAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        var swept = 0;
        await writer.WriteAsync(() => turns.ForgetDeletions(clock.GetUtcNow()), cancellation);
        foreach (var some in NamesSaidBefore(until).Chunk(100))
            swept += await writer.WriteAsync(() => turns.SweepTranscripts(some, until), cancellation);
        return swept;
    }

    private List<string> NamesSaidBefore(DateTimeOffset until)
    {
        using var connection = OpenToRead();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM conversation WHERE last_turn <= $until UNION SELECT conversation FROM entry WHERE at <= $until";
        command.Parameters.AddWithValue("$until", until.ToUnixTimeMilliseconds());
        using var row = command.ExecuteReader();
        var names = new List<string>();
        while (row.Read()) names.Add(row.GetString(0));
        return names;
    }

    private SqliteConnection OpenToRead()
    {
        var connection = new SqliteConnection(readConnection);
        connection.Open();
        return connection;
    }
}
