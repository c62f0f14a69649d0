using System.Diagnostics;
using System.Net.Http.Json;

namespace CareCatalog.Faults.Scenarios;

/// <summary>Turns over Direct Line on SQLite, beside what the machine can do at all.</summary>
internal sealed class Load(double size) : Scenario("load: one node, SQLite")
{
    private TimeSpan Long => TimeSpan.FromSeconds(Math.Max(3, 20 * size));

    public override async Task<Finding> RunAsync()
    {
        using var client = NewClient();
        var bare = await BareAsync(client, TimeSpan.FromSeconds(Math.Max(2, 6 * size)));
        await using var host = new HostUnderTest();
        await host.StartAsync();
        var talkers = await Driver.TalkersAsync(client, host.Address, 256);
        await Driver.AtMostAsync(talkers, TimeSpan.FromSeconds(Math.Max(3, 10 * size)));
        var steady = await Driver.AtRateAsync(talkers, 500, Long);
        var (memory, handles) = (host.Megabytes, host.Handles);
        var work = host.Work;
        var most = await Driver.AtMostAsync(talkers.Take(64).ToList(), Long);
        work = host.Work - work;
        // As steady as before, so that what is left over is what the peak has left behind.
        await Driver.AtRateAsync(talkers, 500, Long / 2);
        var (memoryAfter, handlesAfter) = (host.Megabytes, host.Handles);
        var isBack = memoryAfter <= 1.1 * memory && handlesAfter <= 1.1 * handles;
        var wrong = new List<string>();
        var marks = talkers.Select(talker => talker.Mark).ToHashSet();
        foreach (var talker in talkers) wrong.AddRange(await talker.JudgeAsync(marks));
        return new Finding(
            wrong.Count == 0 && isBack,
            $"500 turns/s: {steady}; at most {most.PerSecond:N0} turns/s ({most}), which is {most.PerSecond / bare.PerSecond:P0} of a bare JSON endpoint's {bare.PerSecond:N0}/s in the same run, {work.TotalMilliseconds / most.Count:0.00} ms of processor each; {memory:0} MB and {handles} handles before the peak, {memoryAfter:0} and {handlesAfter} after it; {wrong.Count} wrong{(wrong.Count > 0 ? ": " + wrong[0] : "")}");
    }

    /// <summary>A client that opens as many connections as it needs.</summary>
    public static HttpClient NewClient() =>
        new(new SocketsHttpHandler { PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5), UseProxy = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>What the machine can do at all: the least a host can do with a JSON request.</summary>
    public static async Task<Times> BareAsync(HttpClient client, TimeSpan duration)
    {
        var address = new Uri($"http://127.0.0.1:{HostUnderTest.FreePort()}");
        var own = Environment.ProcessPath!;
        var arguments = Path.GetFileNameWithoutExtension(own) == "dotnet" ? new[] { Path.Combine(AppContext.BaseDirectory, "CareCatalog.Faults.dll") } : [];
        using var process = Process.Start(new ProcessStartInfo(own, [.. arguments, "bare", $"{address.Port}"]))!;
        try
        {
            while (true)
            {
                try
                {
                    await PostAsync();
                    break;
                }
                catch (HttpRequestException)
                {
                    await Task.Delay(20);
                }
            }
            var count = 0;
            var began = Stopwatch.GetTimestamp();
            await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(async () =>
            {
                while (Stopwatch.GetElapsedTime(began) < duration)
                {
                    await PostAsync();
                    Interlocked.Increment(ref count);
                }
            })));
            return new Times(new double[count], Stopwatch.GetElapsedTime(began));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        async Task PostAsync()
        {
            using var response = await client.PostAsJsonAsync(address, new { text = "孩子4岁" });
            await response.Content.ReadAsByteArrayAsync();
        }
    }
}
