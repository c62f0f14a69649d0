using CareCatalog.Testing;
using Microsoft.Playwright;

namespace CareCatalog.Browser.Tests;

/// <summary>The chat page after sleep and after a break. What takes minutes is brought about by the page's own clock and sockets, not waited for.</summary>
[Collection(InChromium.Name)]
public sealed class WakeTests(Chromium chromium)
{
    // A line that no longer hears, as after sleep, when the network has forgotten it; a clock that can be put forward;
    // and waits of more than a quarter of a second that last for ever.
    private const string Sleep =
        """
        (() => {
          const [now, later] = [Date.now, window.setTimeout];
          window.slept = 0;
          Date.now = () => now() + window.slept;
          window.still = false;
          window.setTimeout = (act, wait, ...rest) => window.still && wait > 250 ? 0 : later(act, wait, ...rest);
          window.lines = [];
          window.WebSocket = class extends WebSocket {
            constructor(url) { super(url); window.lines.push(this); }
            set onmessage(act) { super.onmessage = event => { if (!this.deaf) act(event); }; }
          };
        })();
        """;

    [RequiresFact(Chromium.Needed)]
    public async Task Wake_OfALineThatOnlyLooksOpen_RenewsIt()
    {
        await using var window = await OpenAsync();
        await window.Page.EvaluateAsync("window.still = true; for (const line of window.lines) line.deaf = true;");
        var stored = window.Page.WaitForResponseAsync(response => response.Request.Method == "POST" && response.Url.EndsWith("/activities", StringComparison.Ordinal));
        await window.Page.FillAsync("#text", "打疫苗");
        await window.Page.PressAsync("#text", "Enter");
        Assert.True((await stored).Ok);
        Assert.Equal(1, await window.Page.Locator("#talk .bot").CountAsync());

        await WakeAsync(window, seconds: 60);
        await window.Page.Locator("#talk .bot").Nth(1).WaitForAsync();
        Assert.Equal(1, await window.Page.Locator(".said").CountAsync());
        Assert.Equal(2, await window.Page.EvaluateAsync<int>("window.lines.length"));
        Assert.Empty(window.Faults);
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Wake_OfALineThatIsWell_LeavesIt()
    {
        await using var window = await OpenAsync();
        await WakeAsync(window, seconds: 5);
        await window.SayAsync("打疫苗");
        Assert.Equal(1, await window.Page.EvaluateAsync<int>("window.lines.length"));
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Wake_WhileTheNextTryIsFarOff_TriesAtOnce()
    {
        await using var window = await OpenAsync();
        await window.Page.EvaluateAsync("window.still = true");
        await window.Page.RouteAsync("**/v3/directline/**", route => route.AbortAsync());
        await window.Page.EvaluateAsync("window.lines[0].close()");
        await window.Page.GetByText("暂时连不上服务").WaitForAsync();
        await window.Page.UnrouteAsync("**/v3/directline/**");
        await WakeAsync(window, seconds: 0);
        await window.Page.Locator("#state:empty").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var answer = await window.SayAsync("孩子4岁，在青岛，上幼儿园");
        Assert.Contains("市教育局", await answer.TextContentAsync(), StringComparison.Ordinal);
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Network_BackAfterABreak_IsSaidAndUsedAtOnce()
    {
        await using var window = await OpenAsync();
        await window.Context.SetOfflineAsync(true);
        await window.Page.GetByText("网络断了").WaitForAsync();
        await window.Context.SetOfflineAsync(false);
        await window.Page.Locator("#state:empty").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await window.SayAsync("打疫苗");
        Assert.Equal(1, await window.Page.Locator(".said").CountAsync());
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Reload_AfterTheTalkHasExpired_SaysSoAndBeginsAnew()
    {
        await using var window = await OpenAsync();
        await window.SayAsync("打疫苗");
        await window.Page.EvaluateAsync("sessionStorage['carecatalog.conversation'] = JSON.stringify({ id: 'gone', token: 'gone' })");
        await window.Page.ReloadAsync();
        await window.Page.GetByText("上一段对话已过期").WaitForAsync();
        await window.Page.Locator(".ways").WaitForAsync();
        Assert.Equal(0, await window.Page.Locator(".said").CountAsync());
    }

    private static async Task WakeAsync(Window window, int seconds) =>
        await window.Page.EvaluateAsync($"window.slept += {seconds * 1000}; document.dispatchEvent(new Event('visibilitychange'))");

    private async Task<Window> OpenAsync()
    {
        var window = await chromium.OpenAsync();
        await window.Page.AddInitScriptAsync(Sleep);
        return await window.ChatAsync();
    }
}
