using CareCatalog.Testing;
using Microsoft.Playwright;

namespace CareCatalog.Browser.Tests;

/// <summary>What stands on paper, and what is copied.</summary>
[Collection(InChromium.Name)]
public sealed class PrintTests(Chromium chromium)
{
    private const string Visible = "selector => [...document.querySelectorAll(selector)].filter(part => part.checkVisibility()).length";

    // The dialog of the system would stop the page: what is on paper is looked at between its opening and its end.
    private const string NoDialog = "window.print = () => { window.dispatchEvent(new Event('beforeprint')); window.printed = true; };";

    [RequiresFact(Chromium.Needed)]
    public async Task Answer_Printed_StandsAloneWithItsQuestion_EveryFoldOpen()
    {
        await using var window = await chromium.OpenAsync(Look.Desktop);
        await window.Page.AddInitScriptAsync(NoDialog);
        await window.ChatAsync();
        await window.SayAsync("打疫苗");
        await window.SayAsync("孩子4岁，在青岛，上幼儿园");
        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await window.Page.EvaluateAsync("[...document.querySelectorAll('.bot .tools button')].at(-1).click()");
        Assert.True(await window.Page.EvaluateAsync<bool>("window.printed"));

        Assert.Equal(1, await CountAsync(window, "#talk .bot"));
        Assert.Equal(1, await CountAsync(window, "#talk .said"));
        Assert.Equal(0, await CountAsync(window, "header, footer, .tools, .choices, .ways, button, input"));
        var last = window.Page.Locator("#talk .bot").Last;
        Assert.Equal(0, await last.Locator("details:not([open])").CountAsync());
        Assert.Contains("第2项", await last.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("市教育局", await last.InnerTextAsync(), StringComparison.Ordinal);
        await window.TakeAsync("chat-print", full: true);

        await window.Page.EvaluateAsync("window.dispatchEvent(new Event('afterprint'))");
        Assert.Equal(3, await CountAsync(window, "#talk .bot"));
        Assert.Equal(0, await last.Locator("details[open]").CountAsync());
        Assert.Empty(window.Faults);
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Talk_Printed_IsWhole()
    {
        await using var window = await chromium.OpenAsync(Look.Desktop);
        await window.Page.AddInitScriptAsync(NoDialog);
        await window.ChatAsync();
        await window.SayAsync("孩子4岁，在青岛，上幼儿园");
        await window.Page.ClickAsync("#menu summary");
        await window.Page.ClickAsync("#print");
        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(await window.Page.EvaluateAsync<bool>("window.printed"));
        Assert.Equal(2, await CountAsync(window, "#talk .bot"));
        Assert.Equal(0, await window.Page.Locator("#talk details:not([open])").CountAsync());
    }

    [RequiresTheory(Chromium.Needed)]
    [InlineData("/console/rows/211300-06", "row", ".script, dl, .errata")]
    [InlineData("/console/rows/000000-05", "guidance", ".script, dl, .guidance")]
    [InlineData("/console/compare", "compare", ".compared")]
    [InlineData("/console/coverage", "coverage", ".coverage, .legend")]
    public async Task ConsolePage_Printed_IsThePageAlone(string path, string name, string shown)
    {
        await using var window = await chromium.OpenAsync(new Look(1000, 900));
        await window.Page.AddInitScriptAsync(NoDialog);
        await window.ConsoleAsync(path);
        await window.Page.Locator("#shown h2").WaitForAsync();
        if (name == "row") await window.Page.Keyboard.PressAsync("p");
        else await window.Page.Locator("#shown .tools button").Last.ClickAsync();
        Assert.True(await window.Page.EvaluateAsync<bool>("window.printed"));
        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal(0, await CountAsync(window, "header, #caller, #finding, .tools, .crumbs, .choices, button, input, select"));
        Assert.Equal(shown.Split(", ").Length, await CountAsync(window, shown));
        await window.TakeAsync($"console-print-{name}", full: true);
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Answer_Copied_IsItsWholeText()
    {
        await using var window = await chromium.OpenAsync();
        await window.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await window.ChatAsync();
        var answer = await window.SayAsync("孩子4岁，在青岛，上幼儿园");
        await answer.Locator(".tools button").First.ClickAsync();
        await answer.GetByText("已复制").WaitForAsync();
        var copied = await window.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Contains("市教育局", copied, StringComparison.Ordinal);
        Assert.Contains("第2项", copied, StringComparison.Ordinal);
    }

    [RequiresTheory(Chromium.Needed)]
    [InlineData("zh-CN", "c", "青岛市的清单第2项这样写")]
    [InlineData("en-US", "c", "Row 2 of the list of Qingdao gives")]
    [InlineData("zh-CN", "l", "/console/rows/370200-02?edition=")]
    [InlineData("zh-CN", "e", "370200-02")]
    [InlineData("en-US", "d", "Education")]
    public async Task Row_CopiedByKey_IsWhatTheKeySays(string language, string key, string expected)
    {
        await using var window = await chromium.OpenAsync(Look.Desktop with { Language = language });
        await window.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await window.ConsoleAsync("/console/rows/370200-02");
        await window.Page.Locator("#shown .script").WaitForAsync();
        await window.Page.Keyboard.PressAsync(key);
        await window.Page.Locator("#told:not(:empty)").WaitForAsync();
        var copied = await window.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Contains(expected, copied, StringComparison.Ordinal);
    }

    private static Task<int> CountAsync(Window window, string selector) => window.Page.EvaluateAsync<int>(Visible, selector);
}
