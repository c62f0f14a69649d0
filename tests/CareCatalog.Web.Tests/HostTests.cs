using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit.Abstractions;

namespace CareCatalog.Web.Tests;

/// <summary>Hosts of their own: starting, stopping, refusing to start, and what they write down.</summary>
public sealed class HostTests(ITestOutputHelper output)
{
    private static async Task WithHostAsync(Func<RunningHost, Task> use, params (string Name, string Value)[] settings)
    {
        var host = new RunningHost();
        foreach (var (name, value) in settings) host.Settings[name] = value;
        await host.InitializeAsync();
        try
        {
            await use(host);
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    private static async Task<(int Code, string Log)> RefuseAsync(params (string Name, string Value)[] settings)
    {
        var host = new RunningHost();
        foreach (var (name, value) in settings) host.Settings[name] = value;
        var code = await host.RunToItsEndAsync();
        await host.DisposeAsync();
        return (code, host.Log);
    }

    [Fact]
    public async Task Start_Cold_AnswersWithinTwoSecondsInLessThan200Megabytes()
    {
        // Where other work keeps the machine busy, the host's own work is what counts.
        var (seconds, work, megabytes) = (double.MaxValue, double.MaxValue, 0.0);
        for (var attempt = 0; attempt < 5 && seconds >= 2; attempt++)
        {
            var began = Stopwatch.StartNew();
            await WithHostAsync(async host =>
            {
                using var response = await host.Client.PostAsJsonAsync("/api/v1/answers", new { text = "我家孩子4岁，刚搬到青岛" });
                response.EnsureSuccessStatusCode();
                seconds = Math.Min(seconds, began.Elapsed.TotalSeconds);
                work = Math.Min(work, host.ProcessorSeconds);
                for (var i = 0; i < 200; i++)
                {
                    using var more = await host.Client.PostAsJsonAsync("/api/v1/answers", new { text = $"孩子{i % 18}岁上学" });
                }
                megabytes = host.Megabytes;
            });
        }
        output.WriteLine($"first answer after {seconds:0.00} s, {work:0.00} s of them work; {megabytes:0} MB after 200 more");
        Assert.True(seconds < 2 || work < 2, $"{seconds:0.00} s, {work:0.00} s of them work");
        Assert.InRange(megabytes, 1, 200);
    }

    [Fact]
    public async Task Restart_InMidTalk_GoesOnWithNothingLost() => await WithHostAsync(async host =>
    {
        var visitor = await Visitor.StartAsync(host.Client);
        await visitor.SayAsync("我家孩子4岁", "n1");
        var before = (await visitor.ReadAsync()).Activities.ToJsonString();

        await host.KillAsync();
        await host.InitializeAsync();
        while (true)
        {
            try
            {
                await host.Client.GetStringAsync("/healthz");
                break;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50);
            }
        }

        Assert.Equal(before, (await visitor.ReadAsync()).Activities.ToJsonString());
        await visitor.SayAsync("我家孩子4岁", "n1");
        await visitor.SayAsync("刚搬到青岛", "n2");
        Assert.Equal(5, (await visitor.ReadAsync()).Activities.Count);
    });

    [Fact]
    public async Task Log_AtItsMostTalkative_NamesNoQuestion() => await WithHostAsync(
        async host =>
        {
            const string Canary = "秋田犬7391";
            var visitor = await Visitor.StartAsync(host.Client);
            await visitor.SayAsync(Canary);
            using var answer = await host.Client.PostAsJsonAsync("/api/v1/answers", new { text = Canary });
            using var bad = await host.Client.PostAsJsonAsync("/api/v1/answers", new { text = new[] { Canary } });
            using var message = await host.Client.PostAsJsonAsync(
                "/api/messages", new { type = "message", text = Canary, deliveryMode = "expectReplies", conversation = new { id = "c" } });
            Assert.Equal(HttpStatusCode.OK, message.StatusCode);
            Assert.DoesNotContain(Canary, host.Log, StringComparison.Ordinal);
            Assert.DoesNotContain("\\u79cb", host.Log, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("%E7%A7%8B", host.Log, StringComparison.OrdinalIgnoreCase);
            Assert.NotEmpty(host.Log);
        },
        ("Logging__LogLevel__Default", "Trace"), ("Logging__LogLevel__Microsoft.AspNetCore", "Trace"));

    [Fact]
    public async Task Start_OutsideDevelopmentWithoutAnAppId_IsRefusedByName()
    {
        var (code, log) = await RefuseAsync(("ASPNETCORE_ENVIRONMENT", "Production"));
        Assert.NotEqual(0, code);
        Assert.Contains("BotFramework:AppId", log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DirectLine__TokenMinutes", "15", "DirectLine:TokenMinutes")]
    [InlineData("BotFramework__ChannelMetadataUrl", "http://127.0.0.1/keys", "BotFramework:ChannelMetadataUrl")]
    [InlineData("BotFramework__TokenUrl", "http://login.example/token", "BotFramework:TokenUrl")]
    public async Task Start_OutsideDevelopmentWithWhatOnlyDevelopmentTakes_IsRefusedByName(string name, string value, string said)
    {
        var (code, log) = await RefuseAsync(("ASPNETCORE_ENVIRONMENT", "Production"), ("BotFramework__AppId", "b"), (name, value));
        Assert.NotEqual(0, code);
        Assert.Contains(said, log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Limits__PerUser", "-1", "PerUser")]
    [InlineData("WeChat__AnswerSeconds", "5", "AnswerSeconds")]
    [InlineData("Clock__Now", "tomorrow", "Clock:Now")]
    [InlineData("DirectLine__TokenMinutes", "0", "TokenMinutes")]
    [InlineData("DirectLine__TokenKey", "c2hvcnQ=", "DirectLine:TokenKey")]
    [InlineData("Storage__Provider", "paper", "Storage:Provider")]
    [InlineData("Storage__Provider", "postgres", "Storage:Postgres")]
    [InlineData("Storage__Sqlite__Path", "", "Path")]
    [InlineData("Storage__Sqlite__Path", "/proc/nowhere/x.db", "/proc/nowhere")]
    [InlineData("Conversations__SilenceMinutes", "0", "SilenceMinutes")]
    public async Task Start_WithASettingOutOfRange_IsRefusedByName(string name, string value, string said)
    {
        var (code, log) = await RefuseAsync((name, value));
        Assert.NotEqual(0, code);
        Assert.Contains(said, log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithDataButWithoutItsKeyRing_IsRefusedByName_AndWithItAgainNothingIsLost() => await WithHostAsync(async host =>
    {
        var visitor = await Visitor.StartAsync(host.Client);
        await visitor.SayAsync("我家孩子4岁", "n1");
        var ring = Path.Combine(host.Folder, "data", "keyring.json");
        await host.KillAsync();
        File.Move(ring, ring + ".away");
        Assert.NotEqual(0, await host.RunToItsEndAsync());
        Assert.Contains("keyring.json is missing", host.Log, StringComparison.Ordinal);
        Assert.False(File.Exists(ring));
        File.Move(ring + ".away", ring);
        await host.InitializeAsync();
        for (var wait = 0; wait < 200; wait++)
        {
            try
            {
                await host.Client.GetStringAsync("/healthz");
                break;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50);
            }
        }
        Assert.Equal(3, (await visitor.ReadAsync()).Activities.Count);
    });

    [Fact]
    public async Task Production_WithAnAppId_ClosesWhatNeedsACredential() => await WithHostAsync(
        async host =>
        {
            using var message = await host.Client.PostAsJsonAsync("/api/messages", new { type = "message" });
            Assert.Equal(HttpStatusCode.Unauthorized, message.StatusCode);
            using var token = await host.Client.PostAsync("/v3/directline/tokens/generate", null);
            Assert.Equal(HttpStatusCode.Unauthorized, token.StatusCode);
            Assert.Contains("chat.js", await host.Client.GetStringAsync("/"), StringComparison.Ordinal);
            Assert.Contains("export class Line", await host.Client.GetStringAsync("/line.js"), StringComparison.Ordinal);
            var visitor = await Visitor.StartAsync(host.Client);
            await visitor.SayAsync("青岛");
        },
        ("ASPNETCORE_ENVIRONMENT", "Production"), ("BotFramework__AppId", "11111111-2222-3333-4444-555555555555"));

    [Fact]
    public async Task Secret_OpensEveryConversationAndNothingElseDoes() => await WithHostAsync(
        async host =>
        {
            using var none = await host.Client.PostAsync("/v3/directline/tokens/generate", null);
            Assert.Equal(HttpStatusCode.Unauthorized, none.StatusCode);
            var wrong = new Visitor(host.Client) { Token = "not the secret" };
            using var refused = await wrong.SendAsync(HttpMethod.Post, "/v3/directline/tokens/generate");
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            var keeper = new Visitor(host.Client) { Token = "the secret" };
            using var given = await keeper.SendAsync(HttpMethod.Post, "/v3/directline/tokens/generate");
            Assert.Equal(HttpStatusCode.OK, given.StatusCode);
            var visitor = await Visitor.StartAsync(host.Client);
            using var read = await keeper.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{visitor.Id}/activities");
            Assert.Single((await read.Content.ReadFromJsonAsync<JsonObject>())!["activities"]!.AsArray());
        },
        ("DirectLine__Secret", "the secret"));

    [Fact]
    public async Task OtherSites_OnTheListMayCall_AndNoOthers() => await WithHostAsync(
        async host =>
        {
            foreach (var (origin, allowed) in new[] { ("https://www.example.gov.cn", true), ("https://evil.example", false) })
            {
                using var preflight = new HttpRequestMessage(HttpMethod.Options, "/v3/directline/conversations");
                preflight.Headers.Add("Origin", origin);
                preflight.Headers.Add("Access-Control-Request-Method", "POST");
                preflight.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent");
                using var response = await host.Client.SendAsync(preflight);
                Assert.Equal(allowed, response.Headers.Contains("Access-Control-Allow-Origin"));
            }
        },
        ("DirectLine__AllowedOrigins__0", "https://www.example.gov.cn"));
}
