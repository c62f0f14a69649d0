namespace CareCatalog.Faults.Scenarios;

/// <summary>kill -9 at random moments under load.</summary>
internal sealed class KillAtRandom(double size) : Scenario("kill -9 at random moments")
{
    public override async Task<Finding> RunAsync()
    {
        await using var host = new HostUnderTest();
        await host.StartAsync();
        using var crowd = new Crowd(host.Address, 8);
        crowd.Start();
        var (kills, slowest) = (Scaled(100, size), TimeSpan.Zero);
        for (var kill = 0; kill < kills; kill++)
        {
            await Task.Delay(Random.Shared.Next(20, 700));
            await host.KillAsync();
            var took = await host.StartAsync();
            if (took > slowest) slowest = took;
        }
        await crowd.StopAsync();
        var wrong = await crowd.JudgeAsync();
        await host.KillAsync();
        var sound = Databases.IsSound(host.Database);
        return new Finding(
            wrong.Count == 0 && sound,
            $"{kills} kills, {crowd.Acknowledged:N0} turns acknowledged, {wrong.Count} wrong{(wrong.Count > 0 ? ": " + wrong[0] : "")}; integrity_check {(sound ? "ok" : "not ok")}; slowest restart {slowest.TotalSeconds:0.0} s");
    }
}
