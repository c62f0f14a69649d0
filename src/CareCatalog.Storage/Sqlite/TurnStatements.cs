using CareCatalog.Dialogs;
using CareCatalog.Storage.Keys;

namespace CareCatalog.Storage.Sqlite;

/// <summary>Writes turns; used on the writer's thread only, within a transaction. Conversations go by their names in the store.</summary>
internal sealed class TurnStatements(PreparedStatements statements, KeyRing ring)
{
    /// <summary>Writes a turn; what is silent since <paramref name="cutoff"/> or before counts as not there.</summary>
    public CommitReceipt Commit(TurnCommit commit, DateTimeOffset cutoff)
    {
        var name = ring.NameOf(commit.ConversationId);
        if (IsExpired(name, cutoff)) Remove(name);
        var inbound = commit.InboundId is { } id ? ring.NameOf($"{commit.ConversationId}\n{id}") : null;
        var (version, last, wrapped) = Find(name);
        if (inbound is not null && FirstAnswer(name, inbound, wrapped) is { } entries)
            return new CommitReceipt(CommitOutcome.Duplicate, entries);
        if (version != commit.ExpectedVersion) return new CommitReceipt(CommitOutcome.Conflict, []);

        if (commit.Forgets) Forget(name, commit.At);
        var key = wrapped is null || commit.Forgets ? NewKey(name, out wrapped) : ring.Unwrap(wrapped, name);
        statements.Run(
            "INSERT OR REPLACE INTO conversation VALUES (?1, ?2, ?3, ?4, ?5, ?6)", name, version + 1, wrapped,
            key.Seal(commit.State, version + 1), last + commit.Entries.Count, commit.At.ToUnixTimeMilliseconds());
        if (commit.Case is { } opened)
        {
            statements.Run(
                "INSERT INTO handoff VALUES (?1, ?2, ?3, ?4, ?5, NULL, NULL)", opened.Id, name, opened.Opened.ToUnixTimeMilliseconds(),
                opened.Language, (object?)opened.Jurisdiction ?? DBNull.Value);
        }
        return new CommitReceipt(CommitOutcome.Committed, Write(commit, name, inbound, key, last + 1));
    }

    /// <summary>Deletes a conversation because it is asked for, and keeps for the restoring of backups that it was.</summary>
    public bool Delete(string name, DateTimeOffset at)
    {
        Note(name, at);
        statements.Run("DELETE FROM handoff WHERE conversation = ?1", name);
        return Remove(name);
    }

    /// <summary>Empties the states of what is silent since a moment or before; returns how many.</summary>
    public int SweepStates(DateTimeOffset until) => statements.Run(
        "UPDATE conversation SET state = x'' WHERE length(state) > 0 AND last_turn <= ?1", until.ToUnixTimeMilliseconds());

    /// <summary>Deletes what these conversations said until a moment, and those that said nothing since; returns how many had any.</summary>
    public int SweepTranscripts(IEnumerable<string> names, DateTimeOffset until) =>
        names.Count(name => IsExpired(name, until) ? Remove(name) : Shorten(name, until));

    /// <summary>Forgets deletions that no backup can undo any more.</summary>
    public int ForgetDeletions(DateTimeOffset now) => statements.Run("DELETE FROM deletion WHERE at <= ?1", (now - Deletions.Kept).ToUnixTimeMilliseconds());

    /// <summary>Deletes cases closed until a moment; returns how many.</summary>
    public int SweepCases(DateTimeOffset until) => statements.Run("DELETE FROM handoff WHERE closed <= ?1", until.ToUnixTimeMilliseconds());

    /// <summary>Proves that the file can be written, changing nothing.</summary>
    public int Touch() => statements.Run("UPDATE conversation SET version = version WHERE name = ''");

    private List<TranscriptEntry> Write(TurnCommit commit, string name, string? inbound, ConversationKey key, long first)
    {
        var written = commit.Entries.Select((payload, index) => new TranscriptEntry(first + index, payload)).ToList();
        foreach (var (index, entry) in written.Index())
        {
            statements.Run("INSERT INTO entry VALUES (?1, ?2, ?3, ?4)", name, entry.Position, key.Seal(entry), commit.At.ToUnixTimeMilliseconds());
            if (commit.Dispatch is { } dispatch) Post(dispatch, name, entry.Position, key, commit.At, dispatch.DueOf(index, commit.At));
        }
        if (inbound is not null) statements.Run("INSERT INTO inbound VALUES (?1, ?2, ?3, ?4)", name, inbound, first, (long)written.Count);
        return written;
    }

    private void Post(Dispatch dispatch, string name, long position, ConversationKey key, DateTimeOffset at, DateTimeOffset due) => statements.Run(
        "INSERT INTO outbox VALUES (?1, ?2, ?3, ?4, 0, ?5, ?6)", name, position, dispatch.Carrier,
        due.ToUnixTimeMilliseconds(), at.ToUnixTimeMilliseconds(),
        dispatch.Address is { } address ? key.SealAddress(address, position) : DBNull.Value);

    // A message whose answer is gone may be taken anew.
    private bool Shorten(string name, DateTimeOffset until)
    {
        var gone = statements.Run("DELETE FROM entry WHERE conversation = ?1 AND at <= ?2", name, until.ToUnixTimeMilliseconds());
        statements.Run("DELETE FROM outbox WHERE conversation = ?1 AND position NOT IN (SELECT position FROM entry WHERE conversation = ?1)", name);
        statements.Run(
            "DELETE FROM inbound WHERE conversation = ?1 AND count > 0 AND NOT EXISTS (SELECT 1 FROM entry WHERE conversation = ?1 AND position >= first AND position < first + count)", name);
        return gone > 0;
    }

    // What was taken stays taken: a late repetition is a duplicate, and brings back nothing.
    private void Forget(string name, DateTimeOffset at)
    {
        Note(name, at);
        statements.Run("DELETE FROM entry WHERE conversation = ?1", name);
        statements.Run("DELETE FROM outbox WHERE conversation = ?1", name);
        statements.Run("DELETE FROM handoff WHERE conversation = ?1", name);
        statements.Run("UPDATE inbound SET count = 0 WHERE conversation = ?1", name);
    }

    private void Note(string name, DateTimeOffset at) =>
        statements.Run("INSERT OR REPLACE INTO deletion VALUES (?1, ?2)", name, at.ToUnixTimeMilliseconds());

    private bool Remove(string name)
    {
        statements.Run("DELETE FROM entry WHERE conversation = ?1", name);
        statements.Run("DELETE FROM outbox WHERE conversation = ?1", name);
        statements.Run("DELETE FROM inbound WHERE conversation = ?1", name);
        return statements.Run("DELETE FROM conversation WHERE name = ?1", name) > 0;
    }

    private ConversationKey NewKey(string name, out byte[] wrapped)
    {
        (var key, wrapped) = ring.NewKey(name);
        return key;
    }

    private bool IsExpired(string name, DateTimeOffset cutoff) =>
        statements.Prepare("SELECT 1 FROM conversation WHERE name = ?1 AND last_turn <= ?2", name, cutoff.ToUnixTimeMilliseconds())
            .ExecuteScalar() is not null;

    private (long Version, long LastPosition, byte[]? Key) Find(string name)
    {
        using var row = statements.Prepare("SELECT version, last_position, key FROM conversation WHERE name = ?1", name).ExecuteReader();
        return row.Read() ? (row.GetInt64(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2)) : (0, 0, null);
    }

    private List<TranscriptEntry>? FirstAnswer(string name, string inbound, byte[]? wrapped)
    {
        using var row = statements.Prepare(
            """
            SELECT position, payload FROM inbound LEFT JOIN entry
              ON entry.conversation = inbound.conversation AND position >= first AND position < first + count
            WHERE inbound.conversation = ?1 AND inbound.name = ?2 ORDER BY position
            """, name, inbound).ExecuteReader();
        List<TranscriptEntry>? entries = null;
        while (row.Read())
        {
            entries ??= [];
            if (!row.IsDBNull(0)) entries.Add(ring.Unwrap(wrapped!, name).OpenEntry(row.GetFieldValue<byte[]>(1), row.GetInt64(0)));
        }
        return entries;
    }
}
