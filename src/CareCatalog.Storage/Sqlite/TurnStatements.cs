using CareCatalog.Dialogs;
using Microsoft.Data.Sqlite;

namespace CareCatalog.Storage.Sqlite;

/// <summary>The prepared statements of the writer's connection; used on its thread only, within a transaction.</summary>
internal sealed class TurnStatements(SqliteConnection connection)
{
    private readonly Dictionary<string, SqliteCommand> prepared = [];

    /// <summary>Writes a turn; what is silent since before <paramref name="cutoff"/> counts as not there.</summary>
    public CommitReceipt Commit(TurnCommit commit, DateTimeOffset cutoff)
    {
        var id = commit.ConversationId;
        if (IsExpired(id, cutoff)) Delete(id);
        if (commit.InboundId is { } inbound && FirstAnswer(id, inbound) is { } entries)
            return new CommitReceipt(CommitOutcome.Duplicate, entries);

        var count = commit.Entries.Count;
        if (NextPosition(commit, count) is not { } first) return new CommitReceipt(CommitOutcome.Conflict, []);

        var written = commit.Entries.Select((payload, index) => new TranscriptEntry(first + index, payload)).ToList();
        foreach (var entry in written)
            Run("INSERT INTO entry VALUES (?1, ?2, ?3)", id, entry.Position, entry.Payload);
        if (commit.InboundId is { } taken) Run("INSERT INTO inbound VALUES (?1, ?2, ?3, ?4)", id, taken, first, (long)count);
        return new CommitReceipt(CommitOutcome.Committed, written);
    }

    /// <summary>Deletes a conversation; returns whether there was one.</summary>
    public bool Delete(string id)
    {
        Run("DELETE FROM entry WHERE conversation = ?1", id);
        Run("DELETE FROM inbound WHERE conversation = ?1", id);
        return Run("DELETE FROM conversation WHERE id = ?1", id) > 0;
    }

    /// <summary>Deletes what is silent since before <paramref name="silentSince"/>; returns how many.</summary>
    public int Sweep(DateTimeOffset silentSince)
    {
        using var row = Prepare(
            "SELECT id FROM conversation WHERE last_turn <= ?1", silentSince.ToUnixTimeMilliseconds()).ExecuteReader();
        var silent = new List<string>();
        while (row.Read()) silent.Add(row.GetString(0));
        row.Close();
        silent.ForEach(id => Delete(id));
        return silent.Count;
    }

    /// <summary>Proves that the file can be written, changing nothing.</summary>
    public int Touch() => Run("UPDATE conversation SET version = version WHERE id = ''");

    private bool IsExpired(string id, DateTimeOffset cutoff) =>
        Prepare("SELECT 1 FROM conversation WHERE id = ?1 AND last_turn <= ?2", id, cutoff.ToUnixTimeMilliseconds())
            .ExecuteScalar() is not null;

    private List<TranscriptEntry>? FirstAnswer(string id, string inbound)
    {
        using var row = Prepare(
            """
            SELECT position, payload FROM inbound LEFT JOIN entry
              ON entry.conversation = inbound.conversation AND position >= first AND position < first + count
            WHERE inbound.conversation = ?1 AND inbound.id = ?2 ORDER BY position
            """, id, inbound).ExecuteReader();
        List<TranscriptEntry>? entries = null;
        while (row.Read())
        {
            entries ??= [];
            if (!row.IsDBNull(0)) entries.Add(new TranscriptEntry(row.GetInt64(0), row.GetString(1)));
        }
        return entries;
    }

    // The version is compared and the positions are taken in one statement; null when another turn came between.
    private long? NextPosition(TurnCommit commit, int count)
    {
        var sql = commit.ExpectedVersion == 0
            ? "INSERT INTO conversation VALUES (?1, 1 + ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING RETURNING last_position"
            : """
              UPDATE conversation SET version = version + 1, state = ?3, last_position = last_position + ?4, last_turn = ?5
              WHERE id = ?1 AND version = ?2 RETURNING last_position
              """;
        return Prepare(
            sql, commit.ConversationId, commit.ExpectedVersion, commit.State.ToJson(), (long)count,
            commit.At.ToUnixTimeMilliseconds()).ExecuteScalar() is long last ? last - count + 1 : null;
    }

    private int Run(string sql, params ReadOnlySpan<object> values) => Prepare(sql, values).ExecuteNonQuery();

    private SqliteCommand Prepare(string sql, params ReadOnlySpan<object> values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var index = 1; index <= values.Length; index++)
                command.Parameters.Add(new SqliteParameter { ParameterName = $"?{index}" });
            prepared[sql] = command;
        }
        for (var index = 0; index < values.Length; index++) command.Parameters[index].Value = values[index];
        return command;
    }
}
