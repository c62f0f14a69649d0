namespace CareCatalog.Faults.Scenarios;

/// <summary>Every message three times at once, then all again out of order, then all again after the host was restarted.</summary>
internal sealed class RepeatedDeliveries(double size) : Scenario("deliveries tripled, reordered, replayed")
{
    public override async Task<Finding> RunAsync()
    {
        await using var host = new HostUnderTest();
        await host.StartAsync();
        using var crowd = new Crowd(host.Address, 20);
        var each = Scaled(50, size);
        await Task.WhenAll(crowd.Talkers.Select(async talker =>
        {
            await talker.StartAsync();
            for (var said = 0; said < each; said++)
            {
                await talker.SayAsync();
                await Task.WhenAll(talker.RepeatAsync([said]), talker.RepeatAsync([said]));
            }
            var numbers = Enumerable.Range(0, each).ToArray();
            Random.Shared.Shuffle(numbers);
            await talker.RepeatAsync(numbers);
        }));
        await host.KillAsync();
        await host.StartAsync();
        foreach (var talker in crowd.Talkers) await talker.RepeatAsync(Enumerable.Range(0, each).Reverse());
        var wrong = await crowd.JudgeAsync();
        return new Finding(wrong.Count == 0, $"{crowd.Acknowledged:N0} messages, each delivered five times: {wrong.Count} wrong{(wrong.Count > 0 ? ": " + wrong[0] : "")}");
    }
}
