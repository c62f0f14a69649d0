using CareCatalog.Testing;
using CareCatalog.Web.Tests;
using Microsoft.Playwright;

namespace CareCatalog.Browser.Tests;

/// <summary>The chat page when the network or the host is not at its best.</summary>
[Collection(InChromium.Name)]
public sealed class NetworkTests(Chromium chromium)
{
    [RequiresFact(Chromium.Needed)]
    public async Task Host_RestartedInMidTalk_LosesNothing()
    {
        var host = new RunningHost();
        await host.InitializeAsync();
        try
        {
            await using var window = await (await chromium.OpenAsync(host: host)).ChatAsync();
            await window.SayAsync("孩子4岁，在青岛");
            await host.KillAsync();
            await window.Page.FillAsync("#text", "上幼儿园找谁");
            await window.Page.PressAsync("#text", "Enter");
            await window.Page.GetByText("重新发送").WaitForAsync();
            Assert.Contains("暂时连不上", await window.Page.TextContentAsync("#state"), StringComparison.Ordinal);

            await host.InitializeAsync();
            await AnswersAsync(host);
            await window.Page.GetByText("重新发送").ClickAsync();
            var answer = window.Page.Locator("#talk .bot").Nth(2);
            await answer.WaitForAsync(new() { Timeout = 20_000 });
            Assert.Contains("市教育局", await answer.TextContentAsync(), StringComparison.Ordinal);
            Assert.Equal(2, await window.Page.Locator(".said").CountAsync());
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Offline_SaysSo_AndSendsAgain()
    {
        await using var window = await (await chromium.OpenAsync()).ChatAsync();
        await window.Context.SetOfflineAsync(true);
        await window.Page.FillAsync("#text", "打疫苗");
        await window.Page.PressAsync("#text", "Enter");
        await window.Page.GetByText("重新发送").WaitForAsync();
        Assert.Contains("网络断了", await window.Page.TextContentAsync("#state"), StringComparison.Ordinal);
        await window.Context.SetOfflineAsync(false);
        await window.Page.GetByText("重新发送").ClickAsync();
        await window.Page.Locator("#talk .bot").Nth(1).WaitForAsync(new() { Timeout = 20_000 });
        Assert.Equal(1, await window.Page.Locator(".said").CountAsync());
    }

    [RequiresFact(Chromium.Needed)]
    public async Task SlowNetwork_AnAnswerTakesOneRequest_AndLessThanHalfASecondsBytes()
    {
        const int BytesASecond = 50_000;
        await using var window = await chromium.OpenAsync();
        var session = await window.Context.NewCDPSessionAsync(window.Page);
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = 60, ["downloadThroughput"] = BytesASecond, ["uploadThroughput"] = BytesASecond });
        await window.ChatAsync();
        var (asked, bytes) = (new List<string>(), 0.0);
        window.Page.Request += (_, request) => asked.Add($"{request.Method} {request.Url}");
        session.Event("Network.loadingFinished").OnEvent += (_, told) => bytes += told!.Value.GetProperty("encodedDataLength").GetDouble();
        session.Event("Network.webSocketFrameReceived").OnEvent += (_, told) => bytes += told!.Value.GetProperty("response").GetProperty("payloadData").GetString()!.Length * 2;
        var answer = await window.SayAsync("我家孩子4岁，刚搬到青岛，想上幼儿园");
        Assert.Contains("市教育局", await answer.TextContentAsync(), StringComparison.Ordinal);
        Assert.EndsWith("/activities", Assert.Single(asked), StringComparison.Ordinal);
        Assert.InRange(bytes, 1, BytesASecond / 2);
    }

    [RequiresFact(Chromium.Needed)]
    public async Task WithoutWebSockets_ThePagePolls()
    {
        await using var window = await chromium.OpenAsync();
        await window.Page.AddInitScriptAsync("window.WebSocket = class { constructor() { setTimeout(() => this.onclose?.(), 10); } close() {} };");
        await window.ChatAsync();
        var answer = await window.SayAsync("孩子4岁，青岛，幼儿园");
        Assert.Contains("市教育局", await answer.TextContentAsync(), StringComparison.Ordinal);
    }

    [RequiresFact(Chromium.Needed)]
    public async Task WithoutScripts_TheTalkIsTheSame()
    {
        await using var window = await chromium.OpenAsync(Look.Narrow.WithoutScripts);
        await window.Page.GotoAsync("/");
        await window.Page.WaitForURLAsync("**/chat");
        await window.Page.FillAsync("#text", "孩子4岁，在青岛，上幼儿园");
        await window.Page.PressAsync("#text", "Enter");
        Assert.Contains("市教育局", await window.Page.Locator("#last .contact").TextContentAsync(), StringComparison.Ordinal);
        await window.Page.ClickAsync("#last .choices button");
        Assert.Equal(2, await window.Page.Locator(".said").CountAsync());
        await window.Page.ClickAsync("header button >> nth=1");
        Assert.Equal("en-US", await window.Page.GetAttributeAsync("html", "lang"));
        Assert.Equal(2, await window.Page.Locator(".said").CountAsync());
        Assert.Empty(await window.Context.CookiesAsync());
    }

    private static async Task AnswersAsync(RunningHost host)
    {
        for (var i = 0; i < 100; i++)
        {
            try
            {
                using var response = await host.Client.GetAsync("/healthz");
                if (response.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(200);
            }
        }
    }
}
