using CareCatalog.Publishing;
using CareCatalog.Testing;

namespace CareCatalog.Faults.Scenarios;

/// <summary>Another edition put in force again and again under load; one of them damaged.</summary>
internal sealed class EditionSwaps(double size) : Scenario("edition swapped under talk, one damaged")
{
    public override async Task<Finding> RunAsync()
    {
        await using var host = new HostUnderTest();
        host.Settings["Catalogue__LookEveryMilliseconds"] = "50";
        var archive = new EditionArchive(Path.Combine(host.Folder, "data", "editions"));
        var first = archive.Publish(Repository.At("seeds"), TimeProvider.System).Version!;
        var second = archive.Publish(RewordedSeeds.In(Path.Combine(host.Folder, "reworded")), TimeProvider.System).Version!;
        await host.StartAsync();
        using var crowd = new Crowd(host.Address, 4);
        crowd.Start(TimeSpan.FromMilliseconds(5));
        var swaps = Scaled(100, size);
        for (var swap = 0; swap < swaps; swap++)
        {
            await File.WriteAllTextAsync(Path.Combine(archive.Folder, "current"), (swap % 2 == 0 ? first : second) + "\n");
            await Task.Delay(120);
        }
        // In the end one that cannot be read.
        File.Delete(Path.Combine(archive.SeedsOf(first), "taxonomy.csv"));
        await File.WriteAllTextAsync(Path.Combine(archive.Folder, "current"), second + "\n");
        await Task.Delay(300);
        await File.WriteAllTextAsync(Path.Combine(archive.Folder, "current"), first + "\n");
        await Task.Delay(1000);
        await crowd.StopAsync();
        var alarmed = host.Log.Contains("cannot be used", StringComparison.Ordinal);
        var wrong = (await crowd.JudgeAsync()).ToList();
        var seen = new HashSet<string>();
        foreach (var talker in crowd.Talkers)
        {
            foreach (var answer in (await talker.ReadAsync()).Select(each => each["channelData"]?["reply"]).OfType<System.Text.Json.Nodes.JsonNode>())
                if ((string?)answer["edition"] is { } edition) seen.Add(edition);
        }
        if (!seen.SetEquals([first, second])) wrong.Add($"answers cite {string.Join(", ", seen)}");
        return new Finding(
            wrong.Count == 0 && alarmed,
            $"{swaps} swaps, {crowd.Acknowledged:N0} turns, each citing one of {seen.Count} editions; a damaged one {(alarmed ? "was reported and the last good one stayed" : "went unnoticed")}; {wrong.Count} wrong{(wrong.Count > 0 ? ": " + wrong[0] : "")}");
    }
}
