using CareCatalog.Dialogs;
using CareCatalog.Storage.Keys;

namespace CareCatalog.Storage.Sqlite;

/// <summary>Writes turns; used on the writer's thread only, within a transaction. Conversations go by their names in the store.</summary>
internal sealed class TurnStatements(PreparedStatements statements, KeyRing ring)
{
    /// <summary>Writes a turn; what is silent since before <paramref name="cutoff"/> counts as not there.</summary>
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
        return new CommitReceipt(CommitOutcome.Committed, Write(commit, name, inbound, key, last + 1));
    }

    /// <summary>Deletes a conversation because it is asked for, and keeps for the restoring of backups that it was.</summary>
    public bool Delete(string name, DateTimeOffset at)
    {
        Note(name, at);
        return Remove(name);
    }

    /// <summary>Deletes what is silent since before <paramref name="silentSince"/>, and notes of deletions older than any backup; returns how many conversations.</summary>
    public int Sweep(DateTimeOffset silentSince)
    {
        using var row = statements.Prepare(
            "SELECT name FROM conversation WHERE last_turn <= ?1", silentSince.ToUnixTimeMilliseconds()).ExecuteReader();
        var silent = new List<string>();
        while (row.Read()) silent.Add(row.GetString(0));
        row.Close();
        silent.ForEach(name => Remove(name));
        statements.Run("DELETE FROM deletion WHERE at <= ?1", (silentSince - Deletions.Kept).ToUnixTimeMilliseconds());
        return silent.Count;
    }

    /// <summary>Proves that the file can be written, changing nothing.</summary>
    public int Touch() => statements.Run("UPDATE conversation SET version = version WHERE name = ''");

    private List<TranscriptEntry> Write(TurnCommit commit, string name, string? inbound, ConversationKey key, long first)
    {
        var written = commit.Entries.Select((payload, index) => new TranscriptEntry(first + index, payload)).ToList();
        foreach (var entry in written)
        {
            statements.Run("INSERT INTO entry VALUES (?1, ?2, ?3)", name, entry.Position, key.Seal(entry));
            if (commit.Carrier is { } carrier)
                statements.Run("INSERT INTO outbox VALUES (?1, ?2, ?3, ?4, 0, ?4)", name, entry.Position, carrier, commit.At.ToUnixTimeMilliseconds());
        }
        if (inbound is not null) statements.Run("INSERT INTO inbound VALUES (?1, ?2, ?3, ?4)", name, inbound, first, (long)written.Count);
        return written;
    }

    // What was taken stays taken: a late repetition is a duplicate, and brings back nothing.
    private void Forget(string name, DateTimeOffset at)
    {
        Note(name, at);
        statements.Run("DELETE FROM entry WHERE conversation = ?1", name);
        statements.Run("DELETE FROM outbox WHERE conversation = ?1", name);
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
