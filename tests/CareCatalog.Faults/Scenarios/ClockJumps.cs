namespace CareCatalog.Faults.Scenarios;

/// <summary>The clock an hour ahead, an hour back, 400 days ahead, and right again: nothing is deleted by mistake.</summary>
internal sealed class ClockJumps() : Scenario("clock +1 h, −1 h, +400 days, right again")
{
    public override async Task<Finding> RunAsync()
    {
        await using var host = new HostUnderTest();
        await host.StartAsync();
        using var crowd = new Crowd(host.Address, 150);
        foreach (var talker in crowd.Talkers)
        {
            await talker.StartAsync();
            await talker.SayAsync();
        }
        var kept = new List<long>();
        foreach (var shift in new[] { TimeSpan.FromHours(1), TimeSpan.FromHours(-1), TimeSpan.FromDays(400) })
        {
            await host.KillAsync();
            host.Settings["Clock__Now"] = (TimeProvider.System.GetUtcNow() + shift).ToString("O");
            await host.StartAsync();
            // The first sweep begins with the host.
            await Task.Delay(2000);
            kept.Add((long)Databases.Ask(host.Database, "SELECT count(*) FROM conversation WHERE length(state) > 0")!);
        }
        await host.KillAsync();
        host.Settings.Remove("Clock__Now");
        await host.StartAsync();
        foreach (var talker in crowd.Talkers) await talker.SayAsync();
        var wrong = await crowd.JudgeAsync();
        return new Finding(
            wrong.Count == 0 && kept.All(count => count == 150),
            $"150 conversations; kept after each jump: {string.Join(", ", kept)}; {crowd.Acknowledged} messages, {wrong.Count} wrong once the clock was right again{(wrong.Count > 0 ? ": " + wrong[0] : "")}");
    }
}
