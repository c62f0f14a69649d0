using CareCatalog.Dialogs;
using CareCatalog.Storage.Keys;
using Npgsql;
using NpgsqlTypes;

namespace CareCatalog.Storage.Postgres;

/// <summary>One turn on its way into the tables. Names of conversations and messages are the store's own.</summary>
internal sealed class PostgresTurn(TurnCommit commit, string name, string? inbound, KeyRing ring)
{
    // Version, key and life are compared and everything is written in one statement, which is one round trip and one commit.
    private const string Begins =
        "WITH turn AS (INSERT INTO conversation SELECT $1, $2, $3, $4, $7 + $8 - 1, $5 ON CONFLICT DO NOTHING RETURNING 1)" + Writes;

    private const string GoesOn = """
        WITH turn AS (
          UPDATE conversation SET version = $2, key = $3, state = $4, last_position = $7 + $8 - 1, last_turn = $5
          WHERE name = $1 AND version = $2 - 1 AND key = $10 AND last_turn > $11 RETURNING 1)
        """ + Writes;

    private const string Writes = """
        , taken AS (INSERT INTO inbound SELECT $1, $6, $7, $8 FROM turn WHERE $6 IS NOT NULL),
        written AS (INSERT INTO entry SELECT $1, $7 + place - 1, payload, $5 FROM turn, unnest($9) WITH ORDINALITY AS e (payload, place))
        """;

    private const string Told = " SELECT count(*) FROM turn";

    /// <summary>Whether the turn is more than one statement, and so needs a transaction.</summary>
    public bool IsMore => commit.Forgets || commit.Case is not null;

    /// <summary>Writes the turn; null when another came between, and nothing was written.</summary>
    /// <exception cref="PostgresException">The message was taken before (unique violation), or the server failed; nothing was written.</exception>
    public async Task<IReadOnlyList<TranscriptEntry>?> WriteAsync(
        NpgsqlConnection connection, KeptConversation? kept, DateTimeOffset cutoff, CancellationToken cancellation)
    {
        var version = commit.ExpectedVersion + 1;
        var first = (kept?.LastPosition ?? 0) + 1;
        var (key, wrapped) = kept is null || commit.Forgets ? ring.NewKey(name) : (ring.Unwrap(kept.Key, name), kept.Key);
        var written = commit.Entries.Select((payload, index) => new TranscriptEntry(first + index, payload)).ToList();
        await using var command = new NpgsqlCommand(null, connection)
        {
            Parameters =
            {
                new() { Value = name }, new() { Value = version }, new() { Value = wrapped }, new() { Value = key.Seal(commit.State, version) },
                new() { Value = commit.At.ToUnixTimeMilliseconds() },
                new() { Value = (object?)inbound ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
                new() { Value = first }, new() { Value = (long)written.Count }, new() { Value = written.Select(key.Seal).ToArray() },
            },
        };
        if (kept is not null)
        {
            command.Parameters.Add(new() { Value = kept.Key });
            command.Parameters.Add(new() { Value = cutoff.ToUnixTimeMilliseconds() });
        }
        command.CommandText = (kept is null ? Begins : GoesOn) + (commit.Dispatch is { } dispatch ? Post(dispatch, command.Parameters, written, key) : "") + Told;
        if ((long)(await command.ExecuteScalarAsync(cancellation))! == 0) return null;
        if (commit.Case is { } opened) await OpenAsync(opened, connection, cancellation);
        return written;
    }

    /// <summary>Deletes what was kept before this turn, on a transaction that writes the turn as well.</summary>
    public async Task ForgetAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("DELETE FROM entry WHERE conversation = $1") { Parameters = { new() { Value = name } } },
                new("DELETE FROM outbox WHERE conversation = $1") { Parameters = { new() { Value = name } } },
                new("DELETE FROM handoff WHERE conversation = $1") { Parameters = { new() { Value = name } } },
                // What was taken stays taken: a late repetition is a duplicate, and brings back nothing.
                new("UPDATE inbound SET count = 0 WHERE conversation = $1") { Parameters = { new() { Value = name } } },
                PostgresRemoval.Note(name, commit.At),
            },
        };
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>What the message was answered the first time; null when it was not taken before.</summary>
    public async Task<CommitReceipt?> FirstAnswerAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (inbound is null) return null;
        await using var command = new NpgsqlCommand(
            """
            SELECT position, payload, key FROM inbound JOIN conversation ON conversation.name = inbound.conversation
              LEFT JOIN entry ON entry.conversation = inbound.conversation AND position >= first AND position < first + count
            WHERE inbound.conversation = $1 AND inbound.name = $2 ORDER BY position
            """, connection) { Parameters = { new() { Value = name }, new() { Value = inbound } } };
        await using var row = await command.ExecuteReaderAsync(cancellation);
        List<TranscriptEntry>? entries = null;
        while (await row.ReadAsync(cancellation))
        {
            entries ??= [];
            if (!row.IsDBNull(0)) entries.Add(ring.Unwrap(row.GetFieldValue<byte[]>(2), name).OpenEntry(row.GetFieldValue<byte[]>(1), row.GetInt64(0)));
        }
        return entries is null ? null : new CommitReceipt(CommitOutcome.Duplicate, entries);
    }

    private string Post(Dispatch dispatch, NpgsqlParameterCollection parameters, List<TranscriptEntry> written, ConversationKey key)
    {
        var at = parameters.Count;
        parameters.Add(new() { Value = dispatch.Carrier });
        parameters.Add(new() { Value = written.Select((_, index) => dispatch.DueOf(index, commit.At).ToUnixTimeMilliseconds()).ToArray() });
        parameters.Add(new() { Value = written.Select(entry => dispatch.Address is { } address ? key.SealAddress(address, entry.Position) : null).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea });
        return $", leaving AS (INSERT INTO outbox SELECT $1, $7 + place - 1, ${at + 1}, due, 0, $5, address FROM turn, unnest(${at + 2}, ${at + 3}) WITH ORDINALITY AS o (due, address, place))";
    }

    private async Task OpenAsync(HandoffCase opened, NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("INSERT INTO handoff VALUES ($1, $2, $3, $4, $5)", connection)
        {
            Parameters =
            {
                new() { Value = opened.Id }, new() { Value = name }, new() { Value = opened.Opened.ToUnixTimeMilliseconds() }, new() { Value = opened.Language },
                new() { Value = (object?)opened.Jurisdiction ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
            },
        };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
