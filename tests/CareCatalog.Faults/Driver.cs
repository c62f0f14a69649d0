using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;

namespace CareCatalog.Faults;

/// <summary>Puts a host under load.</summary>
internal static class Driver
{
    /// <summary>Open loop: turns begin when they are due, however long those before them take; a turn's time counts from then.</summary>
    public static async Task<Times> AtRateAsync(IReadOnlyList<Talker> talkers, int perSecond, TimeSpan duration)
    {
        var idle = Channel.CreateUnbounded<Talker>();
        foreach (var talker in talkers) idle.Writer.TryWrite(talker);
        var times = new ConcurrentBag<double>();
        var under = new List<Task>();
        var began = Stopwatch.GetTimestamp();
        for (var turn = 0; turn < perSecond * duration.TotalSeconds; turn++)
        {
            var due = TimeSpan.FromSeconds(turn / (double)perSecond);
            var early = due - Stopwatch.GetElapsedTime(began);
            if (early > TimeSpan.FromMilliseconds(1)) await Task.Delay(early);
            under.Add(TakeAsync(due));
        }
        await Task.WhenAll(under);
        return new Times(times, Stopwatch.GetElapsedTime(began));

        async Task TakeAsync(TimeSpan due)
        {
            var talker = await idle.Reader.ReadAsync();
            await talker.SayAsync();
            times.Add((Stopwatch.GetElapsedTime(began) - due).TotalMilliseconds);
            idle.Writer.TryWrite(talker);
        }
    }

    /// <summary>Closed loop: each talker says the next as soon as the last is acknowledged. How much there can be.</summary>
    public static async Task<Times> AtMostAsync(IReadOnlyList<Talker> talkers, TimeSpan duration)
    {
        var times = new ConcurrentBag<double>();
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(talkers.Select(talker => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(began) < duration)
            {
                var from = Stopwatch.GetTimestamp();
                await talker.SayAsync();
                times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            }
        })));
        return new Times(times, Stopwatch.GetElapsedTime(began));
    }

    /// <summary>Talkers who have said hello.</summary>
    public static async Task<List<Talker>> TalkersAsync(HttpClient client, Uri address, int count)
    {
        var talkers = Enumerable.Range(0, count).Select(_ => new Talker(client, address)).ToList();
        await Parallel.ForEachAsync(talkers, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (talker, _) => await talker.StartAsync(CancellationToken.None));
        return talkers;
    }
}
