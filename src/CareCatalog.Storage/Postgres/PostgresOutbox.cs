using CareCatalog.Dialogs;
using CareCatalog.Storage.Keys;
using Npgsql;

namespace CareCatalog.Storage.Postgres;

/// <summary>The outbox, shared by all nodes: a reply one of them has taken is passed over by the others.</summary>
internal sealed class PostgresOutbox(NpgsqlDataSource source, KeyRing ring)
{
    /// <summary>Takes the next reply of each conversation that is due.</summary>
    public async ValueTask<IReadOnlyList<OutboundReply>> TakeDueAsync(int limit, DateTimeOffset now, TimeSpan lease, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("""
            WITH next AS (
              SELECT conversation, position FROM outbox WHERE due <= $1 AND NOT EXISTS (
                SELECT FROM outbox earlier WHERE earlier.conversation = outbox.conversation AND earlier.position < outbox.position)
              ORDER BY due LIMIT $2 FOR UPDATE SKIP LOCKED)
            UPDATE outbox SET attempts = attempts + 1, due = $3
            FROM next JOIN entry USING (conversation, position) JOIN conversation ON name = next.conversation
            WHERE outbox.conversation = next.conversation AND outbox.position = next.position
            RETURNING outbox.conversation, outbox.position, carrier, attempts, since, payload, key, address
            """);
        command.Parameters.Add(new() { Value = now.ToUnixTimeMilliseconds() });
        command.Parameters.Add(new() { Value = (long)limit });
        command.Parameters.Add(new() { Value = (now + lease).ToUnixTimeMilliseconds() });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var due = new List<OutboundReply>();
        while (await row.ReadAsync(cancellation))
        {
            var (name, position) = (row.GetString(0), row.GetInt64(1));
            var key = ring.Unwrap(row.GetFieldValue<byte[]>(6), name);
            due.Add(new OutboundReply(
                name, position, row.GetString(2), key.OpenEntry(row.GetFieldValue<byte[]>(5), position).Payload, row.GetInt32(3),
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)))
            {
                Address = row.IsDBNull(7) ? null : key.OpenAddress(row.GetFieldValue<byte[]>(7), position),
            });
        }
        return due;
    }

    /// <summary>Strikes a reply off, or puts it back.</summary>
    public async ValueTask SettleAsync(OutboundReply reply, DateTimeOffset? again, CancellationToken cancellation)
    {
        if (again is not { } due)
        {
            await StrikeAsync(reply.Conversation, reply.Position, cancellation);
            return;
        }
        await using var command = source.CreateCommand("UPDATE outbox SET due = $3 WHERE conversation = $1 AND position = $2");
        command.Parameters.Add(new() { Value = reply.Conversation });
        command.Parameters.Add(new() { Value = reply.Position });
        command.Parameters.Add(new() { Value = due.ToUnixTimeMilliseconds() });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Strikes a reply off, by the store's name of its conversation.</summary>
    public async ValueTask StrikeAsync(string name, long position, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("DELETE FROM outbox WHERE conversation = $1 AND position = $2");
        command.Parameters.Add(new() { Value = name });
        command.Parameters.Add(new() { Value = position });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>How many replies wait.</summary>
    public async ValueTask<long> CountWaitingAsync(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("SELECT count(*) FROM outbox");
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
