using CareCatalog.Dialogs;
using CareCatalog.Storage.Keys;

namespace CareCatalog.Storage.Sqlite;

/// <summary>The outbox; used on the writer's thread only, within a transaction.</summary>
internal sealed class OutboxStatements(PreparedStatements statements, KeyRing ring)
{
    /// <summary>Takes the next reply of each conversation that is due.</summary>
    public IReadOnlyList<OutboundReply> TakeDue(int limit, DateTimeOffset now, TimeSpan lease)
    {
        using var row = statements.Prepare(
            """
            SELECT outbox.conversation, outbox.position, carrier, attempts, since, payload, key, address FROM outbox
            JOIN entry ON entry.conversation = outbox.conversation AND entry.position = outbox.position
            JOIN conversation ON name = outbox.conversation
            WHERE due <= ?1 AND NOT EXISTS (
              SELECT 1 FROM outbox earlier WHERE earlier.conversation = outbox.conversation AND earlier.position < outbox.position)
            ORDER BY due LIMIT ?2
            """, now.ToUnixTimeMilliseconds(), (long)limit).ExecuteReader();
        var due = new List<OutboundReply>();
        while (row.Read())
        {
            var (name, position) = (row.GetString(0), row.GetInt64(1));
            var key = ring.Unwrap(row.GetFieldValue<byte[]>(6), name);
            due.Add(new OutboundReply(
                name, position, row.GetString(2), key.OpenEntry(row.GetFieldValue<byte[]>(5), position).Payload, row.GetInt32(3) + 1,
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)))
            {
                Address = row.IsDBNull(7) ? null : key.OpenAddress(row.GetFieldValue<byte[]>(7), position),
            });
        }
        row.Close();
        foreach (var reply in due)
        {
            statements.Run(
                "UPDATE outbox SET attempts = ?3, due = ?4 WHERE conversation = ?1 AND position = ?2",
                reply.Conversation, reply.Position, (long)reply.Attempts, (now + lease).ToUnixTimeMilliseconds());
        }
        return due;
    }

    /// <summary>Strikes a reply off, or puts it back.</summary>
    public int Settle(OutboundReply reply, DateTimeOffset? again) => again is { } due
        ? statements.Run(
            "UPDATE outbox SET due = ?3 WHERE conversation = ?1 AND position = ?2",
            reply.Conversation, reply.Position, due.ToUnixTimeMilliseconds())
        : Strike(reply.Conversation, reply.Position);

    /// <summary>Strikes a reply off, by the store's name of its conversation.</summary>
    public int Strike(string name, long position) => statements.Run("DELETE FROM outbox WHERE conversation = ?1 AND position = ?2", name, position);
}
