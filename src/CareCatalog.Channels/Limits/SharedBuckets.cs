using System.Collections.Concurrent;
using System.Data.Common;
using CareCatalog.Dialogs;
using Microsoft.Extensions.Hosting;

namespace CareCatalog.Channels.Limits;

/// <summary>
/// What the nodes let through together. Each lets through by its own count and tells of it afterwards, a block of a sixteenth
/// at a time, so that no turn waits for the store and most people are never told of; what comes back empty is closed here
/// until enough has flowed in. Together the nodes let through a block each too much, at most, and what comes in a quarter second.
/// </summary>
public sealed class SharedBuckets(ITokenBuckets store, TimeProvider clock) : BackgroundService
{
    private const int BlocksInOne = 16;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<string, Bucket> buckets = new(StringComparer.Ordinal);

    /// <summary>How long a bucket is closed still; zero when it is open.</summary>
    public TimeSpan ClosedFor(string name) => buckets.TryGetValue(name, out var bucket) && bucket.OpensAt > clock.GetUtcNow() ? bucket.OpensAt - clock.GetUtcNow() : TimeSpan.Zero;

    /// <summary>Counts one that was let through.</summary>
    public void Count(string name, int size) => Interlocked.Increment(ref buckets.GetOrAdd(name, static (_, made) => new Bucket(made.size, made.now), (size, now: clock.GetUtcNow())).Taken);

    /// <summary>Tells the store what was let through since, in whole blocks, and hears what is left.</summary>
    public async Task TellAsync(CancellationToken cancellation)
    {
        Drop(clock.GetUtcNow());
        var told = buckets.Where(each => each.Value.Taken >= Math.Max(1, each.Value.Size / BlocksInOne)).Select(each => (each.Key, Bucket: each.Value, each.Value.Taken)).ToList();
        if (told.Count == 0) return;
        var left = await store.TakeAsync([.. told.Select(each => new TokenUse(each.Key, each.Bucket.Size, each.Taken))], cancellation);
        foreach (var ((_, bucket, taken), tokens) in told.Zip(left))
        {
            Interlocked.Add(ref bucket.Taken, -taken);
            bucket.OpensAt = clock.GetUtcNow() + TimeSpan.FromMinutes(Math.Max(0, 1 - tokens) / bucket.Size);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await TellAsync(stoppingToken);
                }
                catch (DbException)
                {
                    // Each node's own count holds meanwhile; what was not told is told next time.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    // What was taken a minute ago has flowed in again; a bucket of which too little was taken to be told of is as good as none.
    private void Drop(DateTimeOffset now)
    {
        foreach (var (name, bucket) in buckets)
            if (now - bucket.Since >= TimeSpan.FromMinutes(1) && bucket.OpensAt <= now) buckets.TryRemove(name, out _);
    }

    private sealed class Bucket(int size, DateTimeOffset since)
    {
        public int Taken;

        public int Size => size;

        public DateTimeOffset Since => since;

        public DateTimeOffset OpensAt { get; set; } = DateTimeOffset.MinValue;
    }
}
