using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CareCatalog.Publishing;
using CareCatalog.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CareCatalog.Web.Tests;

/// <summary>Two nodes on one PostgreSQL, with folders of their own and the same key ring.</summary>
public sealed partial class NodesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("carecatalog-").FullName;
    private readonly PostgresServer server = PostgresServer.Start();
    private readonly List<WebApplicationFactory<Program>> nodes = [];

    public void Dispose()
    {
        nodes.ForEach(node => node.Dispose());
        server.Dispose();
        Directory.Delete(folder, true);
    }

    private HttpClient Node(int number, params (string Name, string Value)[] settings)
    {
        var node = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Development").UseSetting("DirectLine:TokenKey", Convert.ToBase64String(new byte[32]))
                .UseSetting("Storage:Provider", "postgres").UseSetting("Storage:Postgres", server.ConnectionTo("postgres"))
                .UseSetting("Storage:KeyRing", Path.Combine(folder, "keyring.json"))
                .UseSetting("Catalogue:Editions", EditionsOf(number)).UseSetting("Catalogue:LookEveryMilliseconds", "50");
            foreach (var (name, value) in settings) host.UseSetting(name, value);
        });
        nodes.Add(node);
        return node.CreateClient();
    }

    private string EditionsOf(int node) => Path.Combine(folder, $"editions-{node}");

    [Fact]
    public async Task Limits_AreOfAllNodesTogether()
    {
        var (here, there) = (Node(1, ("Limits:PerUser", "32"), ("Limits:PerConversation", "0")), Node(2, ("Limits:PerUser", "32"), ("Limits:PerConversation", "0")));
        var visitor = await Visitor.StartAsync(here);
        for (var i = 0; i < 32; i++) await visitor.SayAsync("青岛", $"n{i}");

        // The other node has taken nothing of this person, and hears of it within moments.
        var elsewhere = visitor.At(there);
        await elsewhere.SayAsync("青岛", "other");
        for (var i = 0; ; i++)
        {
            using var response = await elsewhere.PostAsync("""{"type":"message","text":"青岛"}""");
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
            {
                Assert.InRange(int.Parse(Assert.Single(response.Headers.GetValues("Retry-After"))), 1, 60);
                break;
            }
            Assert.True(i < 30, "the other node let through a whole limit of its own");
            await Task.Delay(100);
        }
        // Someone else is not touched.
        await (await Visitor.StartAsync(there)).SayAsync("青岛");
    }

    [Fact]
    public async Task Edition_PublishedOrRolledBackOnOneNode_IsInForceOnBoth_AndOnOneThatComesLater()
    {
        var (here, there) = (Node(1), Node(2));
        var archive = new EditionArchive(EditionsOf(1));
        var first = archive.Publish(Repository.At("seeds"), TimeProvider.System).Version!;
        await UntilAsync(here, first);
        var second = archive.Publish(Reworded(), TimeProvider.System).Version!;
        await UntilAsync(here, second);
        await UntilAsync(there, second);

        new EditionArchive(EditionsOf(2)).Rollback(null, TimeProvider.System);
        await UntilAsync(there, first);
        await UntilAsync(here, first);

        archive.Rollback(second, TimeProvider.System);
        await UntilAsync(there, second);
        await UntilAsync(Node(3), second);
    }

    [Fact]
    public async Task Cases_OpenedOnOneNode_AreClosedOnTheOther_AndItIsAudited()
    {
        (string, string)[] staff = [("Console:Accounts:0:Name", "ma"), ("Console:Accounts:0:PasswordHash", new PasswordHasher<object>().HashPassword(new(), "right horse"))];
        var (here, there) = (Node(1, staff), Node(2, staff));
        var visitor = await Visitor.StartAsync(here);
        await visitor.SayAsync("我住青岛，孩子4岁");
        await visitor.SayAsync("转人工");
        foreach (var path in new[] { "cases", "audit" }) Assert.Equal(HttpStatusCode.Unauthorized, (await there.GetAsync($"/console/api/{path}")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(there, "ma", "wrong horse"));
        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(there, "nobody we know", "wrong horse"));
        foreach (var node in new[] { there, here }) Assert.Equal(HttpStatusCode.OK, await SignInAsync(node, "ma", "right horse"));

        var opened = Assert.Single((await there.GetFromJsonAsync<JsonArray>("/console/api/cases"))!)!;
        Assert.Equal(("zh", "370200", null), ((string)opened["language"]!, (string?)opened["jurisdiction"], opened["closed"]));
        Assert.Equal(["id", "opened", "language", "jurisdiction"], opened.AsObject().Select(field => field.Key));
        var id = (string)opened["id"]!;
        Assert.Equal(HttpStatusCode.NoContent, await CloseAsync(there, id));
        Assert.Equal(HttpStatusCode.NotFound, await CloseAsync(here, id));
        Assert.Equal(HttpStatusCode.NotFound, await CloseAsync(here, "x'--"));
        Assert.Equal(HttpStatusCode.BadRequest, await CloseAsync(here, id, "cross-site"));
        Assert.Equal("ma", (string?)(await here.GetFromJsonAsync<JsonArray>("/console/api/cases"))![0]!["closedBy"]);

        var audit = (await here.GetFromJsonAsync<JsonObject>("/console/api/audit"))!;
        Assert.Null(audit["brokenAt"]);
        Assert.All(audit["entries"]!.AsArray(), entry => Assert.Equal("ma", (string)entry!["actor"]!));
        Assert.Equal(
            [("sign-in-refused", ""), ("sign-in", ""), ("sign-in", ""), ("list-cases", ""), ("close-case", id), ("close-case", id), ("list-cases", "")],
            audit["entries"]!.AsArray().Select(entry => ((string)entry!["action"]!, (string)entry["subject"]!)));
    }

    private static async Task<HttpStatusCode> SignInAsync(HttpClient node, string name, string password)
    {
        var token = FormToken().Match(await node.GetStringAsync("/console/sign-in")).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("name", name), new("password", password), new("__RequestVerificationToken", token)]);
        using var response = await node.PostAsync("/console/sign-in", form);
        return response.StatusCode;
    }

    private static async Task<HttpStatusCode> CloseAsync(HttpClient node, string id, string from = "same-origin")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/console/api/cases/{id}/close") { Headers = { { "Sec-Fetch-Site", from } } };
        using var response = await node.SendAsync(request);
        return response.StatusCode;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();

    private static async Task UntilAsync(HttpClient node, string version)
    {
        for (var wait = 0; wait < 300; wait++)
        {
            using var response = await node.PostAsJsonAsync("/api/v1/answers", new { text = "3岁想上幼儿园", jurisdiction = "370200" });
            if ((string?)(await response.Content.ReadFromJsonAsync<JsonObject>())!["edition"] == version) return;
            await Task.Delay(100);
        }
        Assert.Fail($"edition {version} was not taken up");
    }

    private string Reworded() => RewordedSeeds.In(Path.Combine(folder, "reworded"));
}
