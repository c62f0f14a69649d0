using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CareCatalog.OpenData;
using CareCatalog.Publishing;
using CareCatalog.Testing;

namespace CareCatalog.Web.Tests;

/// <summary>A running host takes a new edition without dropping a turn, and keeps the last good one.</summary>
public sealed class EditionSwapTests : IAsyncLifetime
{
    private readonly RunningHost host = new();
    private readonly EditionArchive archive;

    public EditionSwapTests()
    {
        host.Settings["Catalogue__LookEveryMilliseconds"] = "100";
        archive = new EditionArchive(Path.Combine(host.Folder, "data", "editions"));
    }

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Publish_WhileQuestionsComeIn_IsTakenUpAndNoAnswerFails()
    {
        var first = await EditionOfAnswerAsync();
        using var stop = new CancellationTokenSource();
        var asking = Enumerable.Range(0, 4).Select(_ => AskAllTheTimeAsync(stop.Token)).ToArray();

        var second = archive.Publish(Reworded(), TimeProvider.System).Version!;
        await UntilAsync(second);
        archive.Publish(Repository.At("seeds"), TimeProvider.System);
        await UntilAsync(first);
        archive.Rollback(null, TimeProvider.System);
        await UntilAsync(second);

        await stop.CancelAsync();
        var seen = (await Task.WhenAll(asking)).SelectMany(set => set).ToHashSet();
        Assert.Equal(new[] { first, second }.Order(), seen.Order());
    }

    [Fact]
    public async Task Publish_EditionDamagedAfterwards_LastGoodOneStaysAndItIsLogged()
    {
        var first = await EditionOfAnswerAsync();
        var version = archive.Publish(Reworded(), TimeProvider.System).Version!;
        await UntilAsync(version);
        archive.Publish(Repository.At("seeds"), TimeProvider.System);
        await UntilAsync(first);
        File.WriteAllText(Path.Combine(archive.SeedsOf(version), "taxonomy.csv"), "id");
        File.WriteAllText(Path.Combine(archive.Folder, "current"), version + "\n");
        for (var wait = 0; wait < 100 && !host.Log.Contains("cannot be used", StringComparison.Ordinal); wait++) await Task.Delay(100);
        Assert.Contains($"{first} stays in force", host.Log, StringComparison.Ordinal);
        Assert.Equal(first, await EditionOfAnswerAsync());
    }

    [Fact]
    public async Task Compare_PlacesAndService_GivesTheComparison()
    {
        var comparison = (await host.Client.GetFromJsonAsync<JsonObject>("/api/v1/compare?service=000000-03&jurisdictions=370200,220100"))!;
        Assert.Equal(["370200", "220100"], comparison["places"]!.AsArray().Select(place => (string)place!["code"]!));
        Assert.Equal("narrower", (string)comparison["services"]![0]!["places"]![0]!["standing"]!);
        using var bad = await host.Client.GetAsync("/api/v1/compare?jurisdictions=999999");
        Assert.Equal(400, (int)bad.StatusCode);
        Assert.StartsWith("<svg", await host.Client.GetStringAsync("/api/v1/compare.svg"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HsdsServices_ModifiedAfter_GivesTheRowsThatChangedSince()
    {
        var first = new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.FromHours(8));
        archive.Publish(Repository.At("seeds"), new FakeTimeProvider(first));
        var reworded = Reworded();
        var annotations = File.ReadAllLines(Path.Combine(reworded, "annotations.tsv"));
        var row = Array.FindIndex(annotations, line => line.StartsWith("370200-03\t", StringComparison.Ordinal));
        var cells = annotations[row].Split('\t');
        cells[1] = string.Join(' ', cells[1].Split(' ').Reverse());
        annotations[row] = string.Join('\t', cells);
        File.WriteAllLines(Path.Combine(reworded, "annotations.tsv"), annotations);
        var second = archive.Publish(reworded, new FakeTimeProvider(first.AddMonths(1))).Version!;
        await UntilAsync(second);

        async Task<JsonArray> SinceAsync(string moment) => (await host.Client.GetFromJsonAsync<JsonObject>($"/hsds/services?per_page=500&modified_after={moment}"))!["contents"]!.AsArray();
        Assert.Equal(133, (await SinceAsync("2026-03-01T00:00:00Z")).Count);
        var changed = Assert.Single(await SinceAsync("2026-03-01T00:00:01Z"));
        Assert.Equal(($"{NameUuid.Of("service/370200-03")}", "2026-04-01T00:00:00.000Z"), ((string)changed!["id"]!, (string)changed["last_modified"]!));
        Assert.Empty(await SinceAsync("2026-04-02"));
        var minimal = (await host.Client.GetFromJsonAsync<JsonObject>("/hsds/services?minimal=true&modified_after=2026-03-02"))!["contents"]!.AsArray();
        Assert.Equal("2026-04-01T00:00:00.000Z", (string)Assert.Single(minimal)!["modified_date"]!);
    }

    private async Task<string> EditionOfAnswerAsync()
    {
        using var response = await host.Client.PostAsJsonAsync("/api/v1/answers", new { text = "3岁想上幼儿园", jurisdiction = "370200" });
        response.EnsureSuccessStatusCode();
        return (string)(await response.Content.ReadFromJsonAsync<JsonObject>())!["edition"]!;
    }

    private async Task<HashSet<string>> AskAllTheTimeAsync(CancellationToken stop)
    {
        var seen = new HashSet<string>();
        while (!stop.IsCancellationRequested) seen.Add(await EditionOfAnswerAsync());
        return seen;
    }

    private async Task UntilAsync(string version)
    {
        for (var wait = 0; wait < 300; wait++)
        {
            if (await EditionOfAnswerAsync() == version) return;
            await Task.Delay(100);
        }
        Assert.Fail($"edition {version} was not taken up: {host.Log}");
    }

    private string Reworded() => RewordedSeeds.In(Path.Combine(host.Folder, "reworded"));
}
