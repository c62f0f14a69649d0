using CareCatalog.Testing;
using Deque.AxeCore.Playwright;

namespace CareCatalog.Browser.Tests;

/// <summary>axe finds nothing on any state, in standard and in large letters.</summary>
[Collection(InChromium.Name)]
public sealed class AxeTests(Chromium chromium)
{
    [RequiresTheory(Chromium.Needed)]
    [InlineData("zh-CN", 0)]
    [InlineData("zh-CN", 2)]
    [InlineData("en-US", 0)]
    [InlineData("en-US", 1)]
    public async Task Chat_EveryState(string language, int size)
    {
        await using var window = await (await chromium.OpenAsync(Look.Phone with { Language = language })).ChatAsync();
        for (var i = 0; i < size; i++) await window.Page.ClickAsync("#size");
        await CleanAsync(window, "welcome");
        await window.Page.ClickAsync(".ways button >> nth=0");
        await CleanAsync(window, "ways");
        await window.SayAsync(language == "en-US" ? "vaccination" : "打疫苗");
        await window.Page.EvaluateAsync("for (const fold of document.querySelectorAll('details')) fold.open = true");
        await CleanAsync(window, "answer, folds and menu open");
        await window.SayAsync(language == "en-US" ? "My husband beats the child" : "孩子被爸爸打得很重");
        await CleanAsync(window, "danger");
        await window.Context.SetOfflineAsync(true);
        await window.Page.FillAsync("#text", "?");
        await window.Page.PressAsync("#text", "Enter");
        await window.Page.Locator(".note button").WaitForAsync();
        await CleanAsync(window, "not sent");
    }

    [RequiresTheory(Chromium.Needed)]
    [InlineData(1280, 800, "zh-CN")]
    [InlineData(390, 844, "zh-CN")]
    [InlineData(1280, 800, "en-US")]
    [InlineData(390, 844, "en-US")]
    public async Task Console_EveryState(int width, int height, string language)
    {
        await using var window = await (await chromium.OpenAsync(new Look(width, height, language))).ConsoleAsync();
        await CleanAsync(window, "start");
        await window.LookUpAsync("教育");
        await CleanAsync(window, "found");
        await window.LookUpAsync("qqqq");
        await window.Page.ClickAsync("#help");
        await window.Page.ClickAsync("#caller-circumstances summary");
        await CleanAsync(window, "nothing found, keys and circumstances open");
        foreach (var path in new[] { "/console/rows/000000-05?edition=0", "/console/rows/211300-06", "/console/compare", "/console/coverage", "/console/unanswered" })
        {
            await window.ConsoleAsync(path);
            await window.Page.Locator("#shown h2").WaitForAsync();
            await CleanAsync(window, path);
        }
        await window.Page.GotoAsync("/console/sign-in");
        await CleanAsync(window, "sign-in");
    }

    [RequiresTheory(Chromium.Needed)]
    [InlineData("0")]
    [InlineData("2")]
    public async Task WithoutScripts_EveryState(string size)
    {
        // axe is a script itself: the page is the same with scripts on.
        await using var window = await chromium.OpenAsync(Look.Narrow);
        await window.Page.GotoAsync("/chat");
        for (var i = 0; i < int.Parse(size); i++) await window.Page.ClickAsync("header button >> nth=0");
        await CleanAsync(window, "start");
        await window.Page.FillAsync("#text", "孩子被爸爸打得很重，想上幼儿园");
        await window.Page.PressAsync("#text", "Enter");
        await window.Page.Locator(".danger").WaitForAsync();
        await CleanAsync(window, "answer");
    }

    private static async Task CleanAsync(Window window, string state)
    {
        var result = await window.Page.RunAxe();
        Assert.True(result.Violations.Length == 0, $"{state}: " + string.Join("; ", result.Violations.Select(
            violation => $"{violation.Id}: {violation.Help} at {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}")));
    }
}
