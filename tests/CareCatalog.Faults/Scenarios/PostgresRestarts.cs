using CareCatalog.Testing;

namespace CareCatalog.Faults.Scenarios;

/// <summary>PostgreSQL crashed and started again under load.</summary>
internal sealed class PostgresRestarts(double size) : Scenario("PostgreSQL restarted with immediate")
{
    public override async Task<Finding> RunAsync()
    {
        using var server = PostgresServer.Start();
        await using var host = new HostUnderTest();
        host.Settings["Storage__Provider"] = "postgres";
        host.Settings["Storage__Postgres"] = server.ConnectionTo("postgres");
        await host.StartAsync();
        using var crowd = new Crowd(host.Address, 8);
        crowd.Start(TimeSpan.FromMilliseconds(5));
        var (restarts, slowest) = (Scaled(10, size), TimeSpan.Zero);
        for (var restart = 0; restart < restarts; restart++)
        {
            await Task.Delay(Random.Shared.Next(300, 1500));
            server.Stop("immediate");
            server.Restart();
            var took = await AgainAsync(crowd);
            if (took > slowest) slowest = took;
        }
        await crowd.StopAsync();
        var wrong = await crowd.JudgeAsync();
        return new Finding(wrong.Count == 0 && slowest < TimeSpan.FromSeconds(5), $"{restarts} crashes, {crowd.Acknowledged:N0} turns acknowledged, {wrong.Count} wrong{(wrong.Count > 0 ? ": " + wrong[0] : "")}; turns taken again at most {slowest.TotalSeconds:0.0} s after it was back");
    }

    /// <summary>How long until turns are taken again.</summary>
    public static async Task<TimeSpan> AgainAsync(Crowd crowd)
    {
        var (began, before) = (TimeProvider.System.GetTimestamp(), crowd.Acknowledged);
        while (crowd.Acknowledged <= before + 8 && TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(60)) await Task.Delay(10);
        return TimeProvider.System.GetElapsedTime(began);
    }
}
