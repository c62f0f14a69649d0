using CareCatalog.Testing;
using Microsoft.Playwright;

namespace CareCatalog.Browser.Tests;

/// <summary>Enter at the console opens the first row of the newest search, whatever is still on its way. The order of the answers is the tests' own.</summary>
[Collection(InChromium.Name)]
public sealed class EnterTests(Chromium chromium)
{
    [RequiresFact(Chromium.Needed)]
    public async Task Enter_WhileTheFirstListIsLoading_OpensWhatWasTyped()
    {
        await using var window = await chromium.OpenAsync(Look.Desktop);
        var held = await HeldSearches.OfAsync(window);
        await window.Page.GotoAsync("/console");
        var first = await held.NextAsync("");
        await window.Page.Keyboard.InsertTextAsync("疫苗");
        await window.Page.Keyboard.PressAsync("Enter");
        var second = await held.NextAsync("疫苗");
        Assert.EndsWith("/console", window.Page.Url, StringComparison.Ordinal);
        await GoOnAsync(first, second);
        await window.ArrivedAsync("/console/rows/000000-01");
        await window.Page.Locator("#shown .script").WaitForAsync();
        Assert.Empty(window.Faults);
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Enter_BetweenTwoAnswers_WaitsForTheNewest()
    {
        await using var window = await (await chromium.OpenAsync(Look.Desktop)).ConsoleAsync();
        var held = await HeldSearches.OfAsync(window);
        await window.Page.Keyboard.InsertTextAsync("公");
        var older = await held.NextAsync("公");
        await window.Page.Keyboard.InsertTextAsync("租房");
        await window.Page.Keyboard.PressAsync("Enter");
        await GoOnAsync(older, await held.NextAsync("公租房"));
        await window.ArrivedAsync("/console/rows/000000-09");
        Assert.Empty(window.Faults);
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Answer_ThatComesLate_ChangesNothing()
    {
        await using var window = await chromium.OpenAsync(Look.Desktop);
        // A browser that cannot give up what it has asked for: the older answer arrives after the newer one.
        await window.Page.AddInitScriptAsync("const asked = window.fetch; window.fetch = (path, options) => asked(path, { ...options, signal: undefined });");
        await window.ConsoleAsync();
        var held = await HeldSearches.OfAsync(window);
        await window.Page.Keyboard.InsertTextAsync("中");
        var older = await held.NextAsync("中");
        await window.Page.Keyboard.InsertTextAsync("考");
        await window.Page.Keyboard.PressAsync("Enter");
        await (await held.NextAsync("中考")).ContinueAsync();
        await window.ArrivedAsync("/console/rows/000000-03");
        var count = await window.Page.TextContentAsync("#count");
        var late = window.Page.WaitForResponseAsync(response => response.Url.EndsWith("/console/api/search", StringComparison.Ordinal));
        await older.ContinueAsync();
        await (await late).FinishedAsync();
        // One more round through the page's own queue: had the late answer been taken, it would be drawn by now.
        await window.Page.EvaluateAsync("() => fetch('/healthz').then(answer => answer.text())");
        Assert.Equal(count, await window.Page.TextContentAsync("#count"));
        Assert.Contains("/console/rows/000000-03", window.Page.Url, StringComparison.Ordinal);
        Assert.Empty(window.Faults);
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Typing_AfterEnter_TakesItBack()
    {
        await using var window = await (await chromium.OpenAsync(Look.Desktop)).ConsoleAsync();
        var held = await HeldSearches.OfAsync(window);
        await window.Page.Keyboard.InsertTextAsync("低");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Keyboard.InsertTextAsync("保");
        await (await held.NextAsync("低保")).ContinueAsync();
        await window.FoundAsync();
        Assert.EndsWith("/console", window.Page.Url, StringComparison.Ordinal);
        Assert.Equal("hit-0", await window.Page.GetAttributeAsync("#search", "aria-activedescendant"));
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Search_ThatFails_IsTriedAgain_AndEnterStillWaits()
    {
        await using var window = await (await chromium.OpenAsync(Look.Desktop)).ConsoleAsync();
        var held = await HeldSearches.OfAsync(window);
        await window.Page.Keyboard.InsertTextAsync("康复");
        await window.Page.Keyboard.PressAsync("Enter");
        await (await held.NextAsync("康复")).AbortAsync();
        await window.Page.GetByText("正在重试").WaitForAsync();
        await (await held.NextAsync("康复")).ContinueAsync();
        await window.ArrivedAsync("/console/rows/000000-11");
    }

    // The page has given the older one up: its answer may have nowhere to go.
    private static async Task GoOnAsync(IRoute older, IRoute newer)
    {
        try
        {
            await older.ContinueAsync();
        }
        catch (PlaywrightException)
        {
            // Given up already.
        }
        await newer.ContinueAsync();
    }
}
