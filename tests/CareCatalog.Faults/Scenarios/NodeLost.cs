namespace CareCatalog.Faults.Scenarios;

/// <summary>One of three nodes behind nginx killed under load, and started again.</summary>
internal sealed class NodeLost(double size) : Scenario("one node of three lost behind nginx")
{
    public override async Task<Finding> RunAsync()
    {
        await using var nodes = await ThreeNodes.StartAsync();
        using var crowd = new Crowd(nodes.Address, 12);
        crowd.Start(TimeSpan.FromMilliseconds(5));
        var (losses, slowest) = (Scaled(6, size), TimeSpan.Zero);
        for (var loss = 0; loss < losses; loss++)
        {
            await Task.Delay(Random.Shared.Next(500, 1500));
            var lost = nodes.Nodes[loss % nodes.Nodes.Count];
            await lost.KillAsync();
            var took = await PostgresRestarts.AgainAsync(crowd);
            if (took > slowest) slowest = took;
            await Task.Delay(500);
            await lost.StartAsync();
        }
        await crowd.StopAsync();
        var wrong = await crowd.JudgeAsync();
        return new Finding(wrong.Count == 0, $"{losses} nodes killed, {crowd.Acknowledged:N0} turns acknowledged, {wrong.Count} wrong{(wrong.Count > 0 ? ": " + wrong[0] : "")}; talk went on within {slowest.TotalSeconds:0.0} s");
    }
}
