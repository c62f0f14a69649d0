using System.Text.Json.Nodes;
using CareCatalog.Web.Tests;
using CareCatalog.Web.Tests.Tokens;

namespace CareCatalog.Cli.Tests;

/// <summary><c>backup</c>, <c>restore</c> and <c>rotate-keys</c>, as an operator runs them beside a real host.</summary>
public sealed class DataTests : IAsyncLifetime
{
    private readonly RunningHost host = new();

    private string Database => Path.Combine(host.Folder, "data", "carecatalog.db");

    private string Ring => Path.Combine(host.Folder, "data", "keyring.json");

    private string Copies => Path.Combine(host.Folder, "copies");

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task BackUp_Damage_Restore_AskAgain_TheTalkGoesOnAndTheDeletedStayDeleted()
    {
        await SayAsync("stays", "我家孩子4岁，住在青岛");
        await SayAsync("leaves", "我家孩子3岁，住在长春");
        var copy = Assert.Single(Run(0, "backup", Copies, "--database", Database).Lines);
        await SayAsync("leaves", "删除我的信息");

        // While the host runs nothing is put back over it.
        Assert.Contains("in use", Run(1, Restoring(copy)).Error, StringComparison.Ordinal);
        await host.KillAsync();
        Scribble(Database);
        foreach (var log in new[] { "-wal", "-shm" }) File.Delete(Database + log);
        Assert.NotEqual(0, await host.RunToItsEndAsync());

        // The database that knew the deletions is lost, and that must be said.
        Assert.Contains("--without-deletions", Run(1, Restoring(copy)).Error, StringComparison.Ordinal);
        Assert.Contains("restored; 0 ", Run(0, [.. Restoring(copy), "--without-deletions"]).Output, StringComparison.Ordinal);
        await host.InitializeAsync();
        Assert.Equal("青岛", await PlaceAfterAsync("stays", "上幼儿园"));
    }

    [Fact]
    public async Task Restore_WithTheDatabaseStillReadable_LeavesOutWhoeverAskedForDeletion()
    {
        await SayAsync("stays", "我家孩子4岁，住在青岛");
        await SayAsync("leaves", "我家孩子3岁，住在长春");
        var copy = Assert.Single(Run(0, "backup", Copies, "--database", Database).Lines);
        await SayAsync("leaves", "删除我的信息");
        await SayAsync("stays", "其实住在长春");
        await host.KillAsync();

        Assert.Contains("restored; 1 ", Run(0, Restoring(copy)).Output, StringComparison.Ordinal);
        await host.InitializeAsync();
        Assert.Equal("青岛", await PlaceAfterAsync("stays", "上幼儿园"));
        Assert.Null(await PlaceAfterAsync("leaves", "上幼儿园"));
    }

    [Fact]
    public async Task RotateKeys_TalksGoOn_AndWithTheRingOfBeforeTheHostSaysSo()
    {
        await SayAsync("old", "我家孩子4岁，住在青岛");
        var before = await File.ReadAllBytesAsync(Ring);
        await host.KillAsync();
        Assert.StartsWith("key 2 is on the ring", Run(0, "rotate-keys", "--key-ring", Ring).Output, StringComparison.Ordinal);
        await host.InitializeAsync();
        Assert.Equal("青岛", await PlaceAfterAsync("old", "上幼儿园"));
        await SayAsync("new", "我家孩子3岁，住在长春");
        Assert.Equal("长春", await PlaceAfterAsync("new", "上幼儿园"));

        // What the new key wrapped cannot be read with the ring of before; the public numbers are said instead.
        await host.KillAsync();
        await File.WriteAllBytesAsync(Ring, before);
        await host.InitializeAsync();
        Assert.Contains("12345", (string)(await SayAsync("new", "上幼儿园"))["text"]!, StringComparison.Ordinal);
        Assert.Equal("青岛", await PlaceAfterAsync("old", "打疫苗"));
    }

    [Fact]
    public async Task Commands_WhatIsNotThereOrDamaged_IsToldAndChangesNothing()
    {
        await SayAsync("c", "青岛");
        await host.KillAsync();
        var nowhere = Path.Combine(host.Folder, "nowhere");
        Assert.Contains(nowhere, Run(1, "backup", Copies, "--database", nowhere).Error, StringComparison.Ordinal);
        Assert.Contains("1 to 7", Run(2, "backup", Copies, "--database", Database, "--keep-days", "8").Error, StringComparison.Ordinal);
        Assert.Contains(nowhere, Run(1, "restore", nowhere, "--database", Database, "--key-ring", Ring).Error, StringComparison.Ordinal);
        Assert.Contains(nowhere, Run(1, "rotate-keys", "--key-ring", nowhere).Error, StringComparison.Ordinal);
        var copy = Assert.Single(Run(0, "backup", Copies, "--database", Database).Lines);
        Scribble(copy);
        Assert.Contains(copy, Run(1, Restoring(copy)).Error, StringComparison.Ordinal);
        Assert.Contains("damaged", Run(1, "rotate-keys", "--key-ring", copy).Error, StringComparison.Ordinal);
        await host.InitializeAsync();
        Assert.Equal("青岛", await PlaceAfterAsync("c", "上幼儿园"));
    }

    private string[] Restoring(string copy) => ["restore", copy, "--database", Database, "--key-ring", Ring];

    private static Command Run(int exitCode, params string[] arguments)
    {
        var run = Command.RunWith([], arguments);
        Assert.True(exitCode == run.ExitCode, $"{string.Join(' ', arguments)}: {run.ExitCode} {run.Output} {run.Error}");
        return run;
    }

    private static void Scribble(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Write);
        stream.Position = stream.Length / 4;
        stream.Write(Enumerable.Repeat((byte)0xa5, (int)(stream.Length / 2)).ToArray());
        stream.Position = 0;
        stream.Write(new byte[100]);
    }

    /// <summary>Says something in a conversation; gives the first reply.</summary>
    private async Task<JsonNode> SayAsync(string conversation, string text)
    {
        var message = Question.Activity();
        (message["conversation"]!["id"], message["text"]) = (conversation, text);
        using var response = await Question.PostAsync(host.Client, message, null);
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode} {host.Log}");
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["activities"]![0]!;
    }

    // The answer is of the place only when the place is still known.
    private async Task<string?> PlaceAfterAsync(string conversation, string text)
    {
        var reply = (string)(await SayAsync(conversation, text))["text"]!;
        return new[] { "青岛", "长春" }.SingleOrDefault(place => reply.Contains(place, StringComparison.Ordinal));
    }
}
