using System.Net.Http.Json;

namespace CareCatalog.Faults.Scenarios;

/// <summary>kill -9 at named points: before and after a turn is stored, before it is acknowledged, before and after a reply is sent.</summary>
internal sealed class KillAtPoints(double size) : Scenario("kill -9 at named points")
{
    private static readonly string[] Points = ["commit+", "commit-", "turn-", "deliver+", "deliver-"];

    public override async Task<Finding> RunAsync()
    {
        await using var host = new HostUnderTest();
        await using var channel = await Sink.StartAsync();
        using var crowd = new Crowd(host.Address, 4);
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        var (each, kills, posted) = (Scaled(20, size), 0, new List<string>());
        await host.StartAsync();
        crowd.Start(TimeSpan.FromMilliseconds(10));
        using var over = new CancellationTokenSource();
        var posting = PostAsync(client, host.Address, channel.Address, posted, over.Token);
        foreach (var point in Points)
        {
            for (var kill = 0; kill < each; kill++)
            {
                await host.KillAsync();
                host.Settings[HostMode.KillAt] = $"{point}{Random.Shared.Next(1, 20)}";
                host.Launch();
                await host.EndAsync();
                kills++;
            }
        }
        host.Settings.Remove(HostMode.KillAt);
        await host.StartAsync();
        await over.CancelAsync();
        await posting;
        await crowd.StopAsync();
        var wrong = (await crowd.JudgeAsync()).ToList();
        var missing = await channel.MissingAsync(posted, TimeSpan.FromSeconds(60));
        wrong.AddRange(missing.Take(3).Select(id => $"no reply left for {id}"));
        wrong.AddRange(channel.Differing.Take(3).Select(id => $"two different replies to {id}"));
        return new Finding(
            wrong.Count == 0,
            $"{kills} kills at {Points.Length} points, {crowd.Acknowledged:N0} turns and {posted.Count:N0} connector messages acknowledged, {channel.Received:N0} deliveries ({channel.Received - channel.Distinct:N0} repeated, all alike), {wrong.Count} wrong{(wrong.Count > 0 ? ": " + wrong[0] : "")}");
    }

    private static async Task PostAsync(HttpClient client, Uri host, string channel, List<string> posted, CancellationToken over)
    {
        for (var number = 0; !over.IsCancellationRequested; number++)
        {
            var id = $"m{number}";
            var message = new { type = "message", id, channelId = "emulator", text = "青岛上幼儿园", serviceUrl = channel, conversation = new { id = $"c{number % 5}" }, from = new { id = "u" }, recipient = new { id = "b" } };
            while (true)
            {
                try
                {
                    using var response = await client.PostAsJsonAsync(new Uri(host, "/api/messages"), message, CancellationToken.None);
                    if (response.IsSuccessStatusCode) break;
                }
                catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
                {
                    // The channel delivers again.
                }
                await Task.Delay(20, CancellationToken.None);
            }
            posted.Add(id);
            await Task.Delay(10, CancellationToken.None);
        }
    }
}
