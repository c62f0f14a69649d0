using System.Net.WebSockets;

namespace CareCatalog.Faults.Scenarios;

/// <summary>Thousands of streams open at once.</summary>
internal sealed class OpenStreams(double size) : Scenario("open WebSockets")
{
    public override async Task<Finding> RunAsync()
    {
        await using var host = new HostUnderTest();
        await host.StartAsync();
        using var client = Load.NewClient();
        var count = Scaled(5000, size);
        var talkers = await Driver.TalkersAsync(client, host.Address, count);
        var before = host.Megabytes;
        var streams = new ClientWebSocket[count];
        try
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (at, _) =>
            {
                streams[at] = await talkers[at].OpenStreamAsync();
                await Talker.NextAsync(streams[at]);
            });
            var (megabytes, told) = (host.Megabytes, 0);
            var sample = Math.Min(200, count);
            for (var at = 0; at < sample; at++)
            {
                await talkers[at].SayAsync();
                if (await Talker.NextAsync(streams[at]) is { } set && set["activities"]!.AsArray().Count == 2) told++;
            }
            return new Finding(told == sample && megabytes <= 500, $"{count:N0} open, {megabytes:0} MB resident ({before:0} MB before them); {told} of {sample} told of a turn");
        }
        finally
        {
            foreach (var stream in streams) stream?.Dispose();
        }
    }
}
