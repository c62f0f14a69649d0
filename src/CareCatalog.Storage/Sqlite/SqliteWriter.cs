using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace CareCatalog.Storage.Sqlite;

/// <summary>
/// The one writer of a file. Writes that wait together share a transaction, and so one flush to the disk: each is
/// acknowledged only when all of them are durable, and all fail when the transaction does.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int LargestGroup = 256;

    private readonly SqliteConnection connection;
    private readonly Channel<PendingWrite> queue =
        Channel.CreateUnbounded<PendingWrite>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Thread thread;

    public SqliteWriter(SqliteConnection connection)
    {
        this.connection = connection;
        thread = new Thread(Run) { IsBackground = true, Name = "SQLite writer" };
        thread.Start();
    }

    /// <summary>Runs a write in a transaction; completes when it is durable.</summary>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    public Task<T> WriteAsync<T>(Func<T> write, CancellationToken cancellation)
    {
        var pending = new PendingWrite<T>(write, cancellation);
        ObjectDisposedException.ThrowIf(!queue.Writer.TryWrite(pending), this);
        return pending.Completion;
    }

    /// <summary>Moves the write-ahead log into the file and empties it, so that it keeps nothing deleted; best effort while others read.</summary>
    public Task EmptyLogAsync(CancellationToken cancellation)
    {
        var pending = new PendingWrite<bool>(
            () =>
            {
                SqliteSchema.Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
                return true;
            },
            cancellation) { Alone = true };
        ObjectDisposedException.ThrowIf(!queue.Writer.TryWrite(pending), this);
        return pending.Completion;
    }

    /// <summary>Finishes the writes that wait, then closes the file.</summary>
    public void Dispose()
    {
        queue.Writer.TryComplete();
        thread.Join();
        connection.Dispose();
    }

    private void Run()
    {
        var group = new List<PendingWrite>(LargestGroup);
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (group.Count < LargestGroup && queue.Reader.TryPeek(out var next))
            {
                if (next.Alone && group.Count > 0) break;
                queue.Reader.TryRead(out _);
                if (!next.IsCancelled) group.Add(next);
                if (next.Alone) break;
            }
            Write(group);
            group.Clear();
        }
    }

    private void Write(List<PendingWrite> group)
    {
        if (group.Count == 0) return;
        try
        {
            if (group[0].Alone)
            {
                group[0].Apply();
            }
            else
            {
                SqliteSchema.Execute(connection, "BEGIN IMMEDIATE");
                foreach (var pending in group) pending.Apply();
                SqliteSchema.Execute(connection, "COMMIT");
            }
            foreach (var pending in group) pending.Complete();
        }
#pragma warning disable CA1031 // Whatever failed is told to those who wait; the writer goes on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            RollBack();
            foreach (var pending in group) pending.Fail(failure);
        }
    }

    private void RollBack()
    {
        try
        {
            SqliteSchema.Execute(connection, "ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite had rolled back by itself.
        }
    }
}
