using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace CareCatalog.Storage.Sqlite;

/// <summary>
/// The one writer of a file. Writes that wait together share a transaction, and so one flush to the disk: each is
/// acknowledged only when all of them are durable. When the transaction fails each is tried by itself.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int LargestGroup = 256;

    /// <summary>More than this many writes take longer than whoever asked will wait; the next is told so at once.</summary>
    private const int LongestQueue = 4096;

    private readonly SqliteConnection connection;
    private readonly Channel<PendingWrite> queue =
        Channel.CreateBounded<PendingWrite>(new BoundedChannelOptions(LongestQueue) { SingleReader = true });
    private readonly Thread thread;
    private volatile bool isClosed;

    public SqliteWriter(SqliteConnection connection)
    {
        this.connection = connection;
        thread = new Thread(Run) { IsBackground = true, Name = "SQLite writer" };
        thread.Start();
    }

    /// <summary>Runs a write in a transaction; completes when it is durable.</summary>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    /// <exception cref="StoreBusyException">Too much is waiting already.</exception>
    public Task<T> WriteAsync<T>(Func<T> write, CancellationToken cancellation) => Enqueue(new PendingWrite<T>(write, cancellation));

    /// <summary>Moves the write-ahead log into the file and empties it, so that it keeps nothing deleted; best effort while others read.</summary>
    public Task EmptyLogAsync(CancellationToken cancellation) => Enqueue(new PendingWrite<bool>(
        () =>
        {
            SqliteSchema.Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            return true;
        },
        cancellation) { Alone = true });

    /// <summary>Finishes the writes that wait, then closes the file.</summary>
    public void Dispose()
    {
        isClosed = true;
        queue.Writer.TryComplete();
        thread.Join();
        connection.Dispose();
    }

    private Task<T> Enqueue<T>(PendingWrite<T> pending)
    {
        if (!queue.Writer.TryWrite(pending))
        {
            ObjectDisposedException.ThrowIf(isClosed, this);
            StorageMeter.Errors.Add(1);
            throw new StoreBusyException();
        }
        StorageMeter.Waiting.Add(1);
        return pending.Completion;
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
                StorageMeter.Waiting.Add(-1);
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
            StorageMeter.Group.Record(group.Count);
            foreach (var pending in group) pending.Complete();
        }
#pragma warning disable CA1031 // Whatever failed is told to those who wait; the writer goes on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            RollBack();
            // One damaged conversation is not to fail those it waited with.
            if (group.Count > 1)
            {
                foreach (var pending in group) Write([pending]);
                return;
            }
            StorageMeter.Errors.Add(1);
            group[0].Fail(failure);
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
