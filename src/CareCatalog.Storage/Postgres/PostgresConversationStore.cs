using System.Data.Common;
using CareCatalog.Dialogs;
using CareCatalog.Storage.Keys;
using Npgsql;

namespace CareCatalog.Storage.Postgres;

/// <summary>
/// Conversations in PostgreSQL, for any number of nodes: what was acknowledged is committed (synchronous_commit on), each
/// conversation is sealed with a key of its own, and messages are taken once by a unique key. Safe to share between threads.
/// </summary>
public sealed class PostgresConversationStore : IConversationStore, IOutbox, IAsyncDisposable, IDisposable
{
    private readonly TimeProvider clock;
    private readonly Retention retention;
    private readonly NpgsqlMultiHostDataSource servers;
    private readonly NpgsqlDataSource source;
    private readonly KeyRing ring;
    private readonly BellWire wire;
    private readonly PostgresOutbox outbox;
    private readonly RecentlyRead recent = new();

    /// <summary>Connects, and makes the tables where they are not.</summary>
    /// <param name="connectionString">As Npgsql reads it; several hosts may be named, and the primary among them is found.</param>
    /// <param name="keyRingPath">The key ring's file, the same for every node; made with new tables, and needed ever after.</param>
    /// <param name="retention">How long what is kept of a conversation is kept.</param>
    /// <param name="clock">Judges expiry.</param>
    /// <exception cref="NpgsqlException">The server is out of reach.</exception>
    /// <exception cref="InvalidDataException">The key ring is not there, or is another store's.</exception>
    public PostgresConversationStore(string connectionString, string keyRingPath, Retention retention, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(retention);
        this.clock = clock;
        this.retention = retention.Checked();
        servers = PostgresSchema.Connect(connectionString);
        source = servers.WithTargetSession(TargetSessionAttributes.Primary);
        try
        {
            ring = PostgresSchema.Open(source, keyRingPath);
        }
        catch
        {
            servers.Dispose();
            throw;
        }
        wire = new BellWire(source);
        outbox = new PostgresOutbox(source, ring);
        Records = new PostgresRecords(source, ring, clock);
        Buckets = new PostgresBuckets(source, ring, clock);
        Editions = new PostgresEditions(source, clock);
    }

    /// <summary>Cases and the audit, in the same database.</summary>
    public PostgresRecords Records { get; }

    /// <summary>What the nodes have let through together.</summary>
    public PostgresBuckets Buckets { get; }

    /// <summary>The editions published.</summary>
    public PostgresEditions Editions { get; }

    /// <summary>Raised with the name of a conversation in which another node took a turn; null when some may have been missed.</summary>
    public event Action<string?> TakenElsewhere
    {
        add => wire.Rung += value;
        remove => wire.Rung -= value;
    }

    private DateTimeOffset Cutoff => clock.GetUtcNow() - retention.Transcript;

    /// <summary>The name under which a conversation is known between nodes.</summary>
    public string NameOf(string conversationId) => ring.NameOf(conversationId);

    /// <inheritdoc/>
    public async ValueTask<StoredConversation?> FindAsync(string conversationId, CancellationToken cancellation)
    {
        var name = ring.NameOf(conversationId);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand(
            "SELECT version, last_position, last_turn, key, state FROM conversation WHERE name = $1 AND last_turn > $2", connection)
        { Parameters = { new() { Value = name }, new() { Value = Cutoff.ToUnixTimeMilliseconds() } } };
        await using var row = await command.ExecuteReaderAsync(cancellation);
        if (!await row.ReadAsync(cancellation)) return null;
        var kept = Read(row);
        recent.Note(name, kept);
        var lastTurn = DateTimeOffset.FromUnixTimeMilliseconds(kept.LastTurn);
        var state = lastTurn <= clock.GetUtcNow() - retention.State
            ? Conversation.New
            : ring.Unwrap(kept.Key, name).OpenState(row.GetFieldValue<byte[]>(4), kept.Version);
        return new StoredConversation(conversationId, kept.Version, state, kept.LastPosition, lastTurn);
    }

    /// <inheritdoc/>
    public async ValueTask<CommitReceipt> CommitAsync(TurnCommit commit, CancellationToken cancellation)
    {
        // Said here: cancelled while it connects, Npgsql tells of an outage instead.
        cancellation.ThrowIfCancellationRequested();
        var name = ring.NameOf(commit.ConversationId);
        var turn = new PostgresTurn(commit, name, commit.InboundId is { } id ? ring.NameOf($"{commit.ConversationId}\n{id}") : null, ring);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var kept = recent.Find(name, commit.ExpectedVersion) ?? await FindKeptAsync(connection, name, cancellation);
        if (commit.ExpectedVersion == 0 && kept is not null && kept.LastTurn <= Cutoff.ToUnixTimeMilliseconds())
        {
            await PostgresRemoval.RemoveAsync(connection, name, Cutoff, cancellation);
            kept = null;
        }
        if ((kept?.Version ?? 0) == commit.ExpectedVersion && await WriteAsync(turn, commit, connection, kept, cancellation) is { } written)
        {
            wire.Tell(name);
            return new CommitReceipt(CommitOutcome.Committed, written);
        }
        return await turn.FirstAnswerAsync(connection, cancellation) ?? new CommitReceipt(CommitOutcome.Conflict, []);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<TranscriptEntry>> ReadAsync(
        string conversationId, long after, int limit, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        var name = ring.NameOf(conversationId);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand(
            """
            SELECT position, payload, key FROM entry JOIN conversation ON name = conversation
            WHERE conversation = $1 AND position > $2 AND at > $3 ORDER BY position LIMIT $4
            """, connection)
        { Parameters = { new() { Value = name }, new() { Value = after }, new() { Value = Cutoff.ToUnixTimeMilliseconds() }, new() { Value = (long)limit } } };
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var entries = new List<TranscriptEntry>();
        ConversationKey? key = null;
        while (await row.ReadAsync(cancellation))
        {
            key ??= ring.Unwrap(row.GetFieldValue<byte[]>(2), name);
            entries.Add(key.OpenEntry(row.GetFieldValue<byte[]>(1), row.GetInt64(0)));
        }
        return entries;
    }

    /// <inheritdoc/>
    public async ValueTask DeleteAsync(string conversationId, CancellationToken cancellation)
    {
        var name = ring.NameOf(conversationId);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands = { PostgresRemoval.Note(name, clock.GetUtcNow()), new("DELETE FROM handoff WHERE conversation = $1") { Parameters = { new() { Value = name } } } },
        };
        await batch.ExecuteNonQueryAsync(cancellation);
        await PostgresRemoval.RemoveAsync(connection, name, null, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask<int> SweepAsync(Retained what, DateTimeOffset until, CancellationToken cancellation) =>
        await PostgresRemoval.SweepAsync(source, what, until, clock.GetUtcNow(), cancellation);

    /// <inheritdoc/>
    public async ValueTask<long> CountAsync(Retained what, DateTimeOffset until, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(what switch
        {
            Retained.State => "SELECT count(*) FROM conversation WHERE last_turn <= $1 AND state <> ''",
            Retained.Transcript => "SELECT count(*) FROM conversation WHERE last_turn <= $1",
            _ => "SELECT count(*) FROM handoff WHERE closed <= $1",
        });
        command.Parameters.Add(new() { Value = until.ToUnixTimeMilliseconds() });
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> IsReachableAsync(CancellationToken cancellation)
    {
        try
        {
            await using var command = source.CreateCommand("DELETE FROM deletion WHERE conversation = ''");
            return await command.ExecuteNonQueryAsync(cancellation) == 0;
        }
        catch (Exception failure) when (failure is DbException or ObjectDisposedException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<OutboundReply>> TakeDueAsync(int limit, TimeSpan lease, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lease, TimeSpan.Zero);
        return outbox.TakeDueAsync(limit, clock.GetUtcNow(), lease, cancellation);
    }

    /// <inheritdoc/>
    public ValueTask SettleAsync(OutboundReply reply, DateTimeOffset? again, CancellationToken cancellation) =>
        outbox.SettleAsync(reply, again, cancellation);

    /// <inheritdoc/>
    public ValueTask StrikeAsync(string conversationId, long position, CancellationToken cancellation) =>
        outbox.StrikeAsync(ring.NameOf(conversationId), position, cancellation);

    /// <inheritdoc/>
    public ValueTask<long> CountWaitingAsync(CancellationToken cancellation) => outbox.CountWaitingAsync(cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await wire.DisposeAsync();
        await servers.DisposeAsync();
    }

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async Task<IReadOnlyList<TranscriptEntry>?> WriteAsync(
        PostgresTurn turn, TurnCommit commit, NpgsqlConnection connection, KeptConversation? kept, CancellationToken cancellation)
    {
        try
        {
            if (!turn.IsMore) return await turn.WriteAsync(connection, kept, Cutoff, cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            if (commit.Forgets) await turn.ForgetAsync(connection, cancellation);
            var written = await turn.WriteAsync(connection, kept, Cutoff, cancellation);
            // Left uncommitted when another turn came between: nothing is deleted then.
            if (written is not null) await transaction.CommitAsync(cancellation);
            return written;
        }
        catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return null;
        }
        catch (NpgsqlException)
        {
            StorageMeter.Errors.Add(1);
            throw;
        }
    }

    private static async Task<KeptConversation?> FindKeptAsync(NpgsqlConnection connection, string name, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT version, last_position, last_turn, key FROM conversation WHERE name = $1", connection)
        { Parameters = { new() { Value = name } } };
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? Read(row) : null;
    }

    private static KeptConversation Read(NpgsqlDataReader row) => new(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetFieldValue<byte[]>(3));
}
