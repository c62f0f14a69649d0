using CareCatalog.Publishing;
using CareCatalog.Testing;

namespace CareCatalog.Faults.Scenarios;

/// <summary>500 turns a second while editions change, beside the same without: nobody is refused, and nobody waits much longer.</summary>
internal sealed class SwapLoad(double size) : Scenario("load: edition swapped at 500 turns/s")
{
    private const int PerSecond = 500;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(600);

    public override async Task<Finding> RunAsync()
    {
        await using var host = new HostUnderTest();
        host.Settings["Catalogue__LookEveryMilliseconds"] = "50";
        var archive = new EditionArchive(Path.Combine(host.Folder, "data", "editions"));
        var first = archive.Publish(Repository.At("seeds"), TimeProvider.System).Version!;
        var second = archive.Publish(RewordedSeeds.In(Path.Combine(host.Folder, "reworded")), TimeProvider.System).Version!;
        await host.StartAsync();
        using var client = Load.NewClient();
        var talkers = await Driver.TalkersAsync(client, host.Address, 128);
        await Driver.AtMostAsync(talkers, TimeSpan.FromSeconds(Math.Max(3, 10 * size)));
        var swaps = Scaled(100, size);
        var long_ = Between * swaps;
        var before = await Driver.AtRateAsync(talkers, PerSecond, long_ / 2);
        var swapping = SwapAsync(archive, swaps, first, second);
        var during = await Driver.AtRateAsync(talkers, PerSecond, long_);
        await swapping;
        var after = await Driver.AtRateAsync(talkers, PerSecond, long_ / 2);
        var (failed, wrong) = (talkers.Sum(talker => talker.Refused + talker.Improper), new List<string>());
        var marks = talkers.Select(talker => talker.Mark).ToHashSet();
        foreach (var talker in talkers) wrong.AddRange(await talker.JudgeAsync(marks));
        var calm = Math.Max(before.At(0.99), after.At(0.99));
        return new Finding(
            wrong.Count == 0 && failed == 0 && during.At(0.99) <= 2 * calm,
            $"{swaps} swaps in {long_.TotalSeconds:0} s, {during.Count:N0} turns, {failed} failed; {during} against {before} before and {after} after ({during.At(0.99) / calm:0.0} ×); {wrong.Count} wrong{(wrong.Count > 0 ? ": " + wrong[0] : "")}");
    }

    private static async Task SwapAsync(EditionArchive archive, int swaps, string first, string second)
    {
        for (var swap = 0; swap < swaps; swap++)
        {
            await Task.Delay(Between);
            await File.WriteAllTextAsync(Path.Combine(archive.Folder, "current"), (swap % 2 == 0 ? first : second) + "\n");
        }
    }
}
