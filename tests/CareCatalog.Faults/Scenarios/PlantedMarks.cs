using System.Net;
using System.Text;

namespace CareCatalog.Faults.Scenarios;

/// <summary>A thousand marks said, half of them in personal data, and deleted on request: found nowhere, in no log and no file.</summary>
internal abstract class PlantedMarks(double size, string store) : Scenario($"planted marks after deletion, {store}")
{
    /// <summary>Chooses the store.</summary>
    protected abstract void Configure(HostUnderTest host);

    /// <summary>What the store leaves behind once the host is gone, beside the host's own folder.</summary>
    protected abstract IEnumerable<string> Remains();

    public override async Task<Finding> RunAsync()
    {
        await using var host = new HostUnderTest();
        Configure(host);
        host.Settings["Logging__LogLevel__Default"] = "Trace";
        host.Settings["Logging__LogLevel__Microsoft.AspNetCore"] = "Trace";
        await host.StartAsync();
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(15) };
        var (marks, people, confirmed) = (new List<string>(), Scaled(100, size), 0);
        for (var person = 0; person < people; person++)
            if (await SayAndDeleteAsync(new Talker(client, host.Address), marks)) confirmed++;
        var metrics = await client.GetStringAsync(new Uri(host.Address, "/metrics"));
        await host.KillAsync();
        var files = Directory.EnumerateFiles(host.Folder, "*", SearchOption.AllDirectories).Concat(Remains()).ToList();
        var sought = marks.Select(Encoding.UTF8.GetBytes).ToList();
        var found = files.Select(File.ReadAllBytes).Append(Encoding.UTF8.GetBytes(host.Log)).Append(Encoding.UTF8.GetBytes(metrics))
            .SelectMany(bytes => sought.Where(mark => bytes.AsSpan().IndexOf(mark) >= 0)).Distinct().Count();
        return new Finding(
            found == 0 && confirmed == people,
            $"{marks.Count:N0} marks of {people} people, {confirmed} deletions confirmed with nothing left but the confirmation; {found} found in {files.Count:N0} files of the store, its write-ahead logs{(this is PlantedMarksPostgres ? " and a dump" : "")}, the logs at their most talkative ({host.Log.Length / 1024:N0} KB) and the metrics");
    }

    private static async Task<bool> SayAndDeleteAsync(Talker talker, List<string> marks)
    {
        await talker.StartAsync();
        for (var mark = 0; mark < 10; mark++)
        {
            var word = mark % 2 == 0 ? $"秋田犬{Letters(10)}" : $"13{Random.Shared.NextInt64(100_000_000, 999_999_999)}";
            marks.Add(word);
            if (await talker.SayOnceAsync($"孩子5岁，{word}，在青岛", mark) != HttpStatusCode.OK) throw new InvalidOperationException("A mark was not taken.");
        }
        await talker.SayOnceAsync("删除我的信息", 100);
        return (await talker.ReadAsync()).Count == 2;
    }

    private static string Letters(int count) => new(Random.Shared.GetItems<char>("bdfghjkm", count));
}
