using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CareCatalog.Publishing;
using CareCatalog.Testing;

namespace CareCatalog.Web.Tests;

/// <summary>A host takes the index of its edition out of a file when it fits, and builds it when not: with a warning, and with the same answers.</summary>
public sealed class IndexFileTests : IDisposable
{
    private const string NotTaken = "was not taken, the index was built";

    private readonly EditionArchive archive = new(Directory.CreateTempSubdirectory("editions-").FullName);

    public void Dispose() => Directory.Delete(archive.Folder, recursive: true);

    [Fact]
    public async Task Start_IndexFile_IsTakenWhenItFitsAndBuiltAnewWhenNot()
    {
        var version = archive.Publish(Repository.At("seeds"), TimeProvider.System).Version!;
        var file = Path.Combine(archive.Indexes, $"{version}.index");

        var (answer, log) = await StartAsync();
        Assert.Contains($"The index of edition {version} was built", log, StringComparison.Ordinal);
        Assert.DoesNotContain(NotTaken, log, StringComparison.Ordinal);

        var again = await StartAsync();
        Assert.Contains($"The index of edition {version} was loaded", again.Log, StringComparison.Ordinal);
        Assert.Equal(answer, again.Answer);

        var bytes = await File.ReadAllBytesAsync(file);
        bytes[^50] ^= 0x10;
        await File.WriteAllBytesAsync(file, bytes);
        var damaged = await StartAsync();
        Assert.Contains($"{NotTaken}: it is damaged.", damaged.Log, StringComparison.Ordinal);
        Assert.Equal(answer, damaged.Answer);

        // What was built in place of the damaged file is kept.
        Assert.Contains("was loaded", (await StartAsync()).Log, StringComparison.Ordinal);
    }

    private async Task<(string Answer, string Log)> StartAsync()
    {
        var host = new RunningHost { Settings = { ["Catalogue__Editions"] = archive.Folder } };
        await host.InitializeAsync();
        try
        {
            using var response = await host.Client.PostAsJsonAsync("/api/v1/answers", new { text = "低保家庭的孩子上幼儿园有补助吗", jurisdiction = "370200" });
            response.EnsureSuccessStatusCode();
            var reply = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
            return ($"{reply["edition"]} {reply["text"]}", host.Log);
        }
        finally
        {
            await host.DisposeAsync();
        }
    }
}
