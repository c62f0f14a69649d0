namespace CareCatalog.Faults.Scenarios;

/// <summary>Turns over Direct Line on three nodes behind nginx, each commit waiting for the standby.</summary>
internal sealed class NodesLoad(double size) : Scenario("load: three nodes, PostgreSQL with standby")
{
    public override async Task<Finding> RunAsync()
    {
        using var client = Load.NewClient();
        var bare = await Load.BareAsync(client, TimeSpan.FromSeconds(Math.Max(2, 6 * size)));
        await using var nodes = await ThreeNodes.StartAsync();
        var talkers = await Driver.TalkersAsync(client, nodes.Address, 128);
        await Driver.AtMostAsync(talkers, TimeSpan.FromSeconds(Math.Max(4, 15 * size)));
        var steady = await Driver.AtRateAsync(talkers, 200, TimeSpan.FromSeconds(Math.Max(3, 15 * size)));
        var most = await Driver.AtMostAsync(talkers, TimeSpan.FromSeconds(Math.Max(3, 20 * size)));
        var heard = await AcrossAsync(client, nodes, Scaled(50, size));
        var wrong = new List<string>();
        var marks = talkers.Select(talker => talker.Mark).ToHashSet();
        foreach (var talker in talkers) wrong.AddRange(await talker.JudgeAsync(marks));
        return new Finding(
            wrong.Count == 0,
            $"200 turns/s: {steady}; at most {most.PerSecond:N0} turns/s ({most}), which is {most.PerSecond / bare.PerSecond:P1} of a bare JSON endpoint's {bare.PerSecond:N0}/s in the same run; a stream on one node learns of a turn on another in {heard}; {wrong.Count} wrong{(wrong.Count > 0 ? ": " + wrong[0] : "")}");
    }

    // From the acknowledgement by one node to the frame sent by another.
    private static async Task<Times> AcrossAsync(HttpClient client, ThreeNodes nodes, int count)
    {
        var here = new Talker(client, nodes.Nodes[0].Address);
        await here.StartAsync();
        using var stream = await here.OpenStreamAsync();
        await Talker.NextAsync(stream);
        var there = here.At(nodes.Nodes[1].Address);
        var times = new List<double>();
        for (var turn = 0; turn < count; turn++)
        {
            await there.SayAsync();
            var began = TimeProvider.System.GetTimestamp();
            await Talker.NextAsync(stream);
            times.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
        }
        return new Times(times, TimeSpan.FromSeconds(1));
    }
}
