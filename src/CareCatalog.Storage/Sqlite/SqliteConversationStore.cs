using System.Data.Common;
using CareCatalog.Dialogs;
using Microsoft.Data.Sqlite;

namespace CareCatalog.Storage.Sqlite;

/// <summary>
/// Conversations in one SQLite file: what was acknowledged is on the disk (write-ahead log, synchronous FULL), and what
/// was deleted is overwritten (secure_delete). Safe to share between threads; one process writes at a time.
/// </summary>
public sealed class SqliteConversationStore : IConversationStore, IDisposable
{
    private readonly TimeProvider clock;
    private readonly TimeSpan silence;
    private readonly string readConnection;
    private readonly SqliteWriter writer;
    private readonly TurnStatements statements;

    /// <summary>Opens the file, creating it with its folder and its tables when it is not there.</summary>
    /// <param name="path">The database file.</param>
    /// <param name="silence">After how long without a turn a conversation expires; positive.</param>
    /// <param name="clock">Judges expiry.</param>
    /// <exception cref="SqliteException">The file cannot be opened or is not a database.</exception>
    /// <exception cref="InvalidDataException">The file was written by a later release.</exception>
    public SqliteConversationStore(string path, TimeSpan silence, TimeProvider clock)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(silence, TimeSpan.Zero);
        this.clock = clock;
        this.silence = silence;
        var connection = SqliteSchema.Open(path);
        writer = new SqliteWriter(connection);
        statements = new TurnStatements(connection);
        readConnection = SqliteSchema.ReadConnectionString(path);
    }

    private DateTimeOffset Cutoff => clock.GetUtcNow() - silence;

    /// <inheritdoc/>
    public ValueTask<StoredConversation?> FindAsync(string conversationId, CancellationToken cancellation)
    {
        using var connection = OpenToRead();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT version, state, last_position, last_turn FROM conversation WHERE id = $id AND last_turn > $cutoff
            """;
        command.Parameters.AddWithValue("$id", conversationId);
        command.Parameters.AddWithValue("$cutoff", Cutoff.ToUnixTimeMilliseconds());
        using var row = command.ExecuteReader();
        return new(row.Read()
            ? new StoredConversation(
                conversationId, row.GetInt64(0), Conversation.FromJson(row.GetString(1)), row.GetInt64(2),
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)))
            : null);
    }

    /// <inheritdoc/>
    public ValueTask<CommitReceipt> CommitAsync(TurnCommit commit, CancellationToken cancellation) =>
        new(writer.WriteAsync(() => statements.Commit(commit, Cutoff), cancellation));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TranscriptEntry>> ReadAsync(
        string conversationId, long after, int limit, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        using var connection = OpenToRead();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT position, payload FROM entry JOIN conversation ON id = conversation
            WHERE conversation = $id AND position > $after AND last_turn > $cutoff ORDER BY position LIMIT $limit
            """;
        command.Parameters.AddWithValue("$id", conversationId);
        command.Parameters.AddWithValue("$after", after);
        command.Parameters.AddWithValue("$limit", limit);
        command.Parameters.AddWithValue("$cutoff", Cutoff.ToUnixTimeMilliseconds());
        using var row = command.ExecuteReader();
        var entries = new List<TranscriptEntry>();
        while (row.Read()) entries.Add(new TranscriptEntry(row.GetInt64(0), row.GetString(1)));
        return new(entries);
    }

    /// <inheritdoc/>
    public async ValueTask DeleteAsync(string conversationId, CancellationToken cancellation)
    {
        await writer.WriteAsync(() => statements.Delete(conversationId), cancellation);
        await writer.EmptyLogAsync(cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask<int> SweepAsync(DateTimeOffset silentSince, CancellationToken cancellation)
    {
        var swept = await writer.WriteAsync(() => statements.Sweep(silentSince), cancellation);
        if (swept > 0) await writer.EmptyLogAsync(cancellation);
        return swept;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> IsReachableAsync(CancellationToken cancellation)
    {
        try
        {
            return await writer.WriteAsync(statements.Touch, cancellation) >= 0;
        }
        catch (Exception failure) when (failure is DbException or ObjectDisposedException or OperationCanceledException)
        {
            return false;
        }
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
