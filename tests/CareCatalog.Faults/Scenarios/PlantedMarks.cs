using System.Net;
using System.Text;

namespace CareCatalog.Faults.Scenarios;

/// <summary>A thousand marks said, half of them in personal data, and deleted on request: found nowhere, in no log and no file.</summary>
internal sealed class PlantedMarks(double size) : Scenario("planted marks after deletion")
{
    public override async Task<Finding> RunAsync()
    {
        await using var host = new HostUnderTest();
        host.Settings["Logging__LogLevel__Default"] = "Trace";
        host.Settings["Logging__LogLevel__Microsoft.AspNetCore"] = "Trace";
        await host.StartAsync();
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(15) };
        var (marks, confirmed) = (new List<string>(), 0);
        for (var person = 0; person < Scaled(100, size); person++)
        {
            var talker = new Talker(client, host.Address);
            await talker.StartAsync();
            for (var mark = 0; mark < 10; mark++)
            {
                var word = mark % 2 == 0 ? $"秋田犬{Letters(10)}" : $"13{Random.Shared.NextInt64(100_000_000, 999_999_999)}";
                marks.Add(word);
                if (await talker.SayOnceAsync($"孩子5岁，{word}，在青岛", mark) != HttpStatusCode.OK) throw new InvalidOperationException("A mark was not taken.");
            }
            await talker.SayOnceAsync("删除我的信息", 100);
            if ((await talker.ReadAsync()).Count == 2) confirmed++;
        }
        var metrics = await client.GetStringAsync(new Uri(host.Address, "/metrics"));
        await host.KillAsync();
        var files = Directory.EnumerateFiles(host.Folder, "*", SearchOption.AllDirectories).Select(File.ReadAllBytes)
            .Append(Encoding.UTF8.GetBytes(host.Log)).Append(Encoding.UTF8.GetBytes(metrics)).ToList();
        var found = marks.Count(mark => files.Any(file => file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(mark)) >= 0));
        var people = Scaled(100, size);
        return new Finding(
            found == 0 && confirmed == people,
            $"{marks.Count:N0} marks of {people} people, {confirmed} deletions confirmed with nothing left but the confirmation; {found} found in {files.Count} files, write-ahead log, logs at their most talkative ({host.Log.Length / 1024:N0} KB) and metrics");
    }

    private static string Letters(int count) => new(Random.Shared.GetItems<char>("bdfghjkm", count));
}
