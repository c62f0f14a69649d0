using CareCatalog.Testing;

namespace CareCatalog.Faults.Scenarios;

/// <summary>The primary killed under load and its synchronous standby promoted.</summary>
internal sealed class FailOvers(double size) : Scenario("PostgreSQL primary killed, standby promoted")
{
    public override async Task<Finding> RunAsync()
    {
        var (times, turns, slowest, wrong) = (Scaled(5, size), 0, TimeSpan.Zero, new List<string>());
        for (var time = 0; time < times; time++)
        {
            using var primary = PostgresServer.Start("synchronous_standby_names = 'standby'");
            using var standby = primary.StartStandby("standby");
            await using var host = new HostUnderTest();
            host.Settings["Storage__Provider"] = "postgres";
            host.Settings["Storage__Postgres"] = $"Host=127.0.0.1:{primary.Port},127.0.0.1:{standby.Port};Username=postgres;Database=postgres";
            await host.StartAsync();
            using var crowd = new Crowd(host.Address, 8);
            crowd.Start(TimeSpan.FromMilliseconds(5));
            await Task.Delay(Random.Shared.Next(1000, 2500));
            primary.Kill();
            standby.Promote();
            var took = await PostgresRestarts.AgainAsync(crowd);
            if (took > slowest) slowest = took;
            await Task.Delay(1000);
            await crowd.StopAsync();
            turns += crowd.Acknowledged;
            wrong.AddRange(await crowd.JudgeAsync());
        }
        return new Finding(wrong.Count == 0 && slowest < TimeSpan.FromSeconds(5), $"{times} promotions, {turns:N0} turns acknowledged, {wrong.Count} wrong{(wrong.Count > 0 ? ": " + wrong[0] : "")}; turns taken again at most {slowest.TotalSeconds:0.0} s after the promotion");
    }
}
