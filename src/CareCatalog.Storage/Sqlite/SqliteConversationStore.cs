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
    private readonly TimeSpan silence;
    private readonly string readConnection;
    private readonly SqliteWriter writer;
    private readonly KeyRing ring;
    private readonly TurnStatements turns;
    private readonly OutboxStatements outbox;

    /// <summary>Opens the file, creating it with its folder and its tables when it is not there.</summary>
    /// <param name="path">The database file.</param>
    /// <param name="keyRingPath">The key ring's file; made with a new database, and needed ever after.</param>
    /// <param name="silence">After how long without a turn a conversation expires; positive.</param>
    /// <param name="clock">Judges expiry.</param>
    /// <exception cref="SqliteException">The file cannot be opened or is not a database.</exception>
    /// <exception cref="InvalidDataException">The file was written by a later release, or its key ring is not there.</exception>
    public SqliteConversationStore(string path, string keyRingPath, TimeSpan silence, TimeProvider clock)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(silence, TimeSpan.Zero);
        this.clock = clock;
        this.silence = silence;
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
    }

    private DateTimeOffset Cutoff => clock.GetUtcNow() - silence;

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
        var version = row.GetInt64(0);
        var state = ring.Unwrap(row.GetFieldValue<byte[]>(4), name).OpenState(row.GetFieldValue<byte[]>(1), version);
        return new(new StoredConversation(
            conversationId, version, state, row.GetInt64(2), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3))));
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
            WHERE conversation = $name AND position > $after AND last_turn > $cutoff ORDER BY position LIMIT $limit
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
    public async ValueTask<int> SweepAsync(DateTimeOffset silentSince, CancellationToken cancellation)
    {
        var swept = await writer.WriteAsync(() => turns.Sweep(silentSince), cancellation);
        // Each time, for what a reader kept an earlier attempt from emptying.
        await writer.EmptyLogAsync(cancellation);
        return swept;
    }

    /// <inheritdoc/>
    public ValueTask<long> CountAsync(DateTimeOffset silentSince, CancellationToken cancellation)
    {
        using var connection = OpenToRead();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM conversation WHERE last_turn <= $since";
        command.Parameters.AddWithValue("$since", silentSince.ToUnixTimeMilliseconds());
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

    private SqliteConnection OpenToRead()
    {
        var connection = new SqliteConnection(readConnection);
        connection.Open();
        return connection;
    }
}
