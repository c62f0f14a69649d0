using CareCatalog.Testing;

namespace CareCatalog.Browser.Tests;

/// <summary>Pictures of every state of the console and of the page without scripts.</summary>
[Collection(InChromium.Name)]
public sealed class ConsolePictures(Chromium chromium)
{
    [RequiresFact(Chromium.Needed)]
    public async Task Search()
    {
        foreach (var (name, look) in Looks)
        {
            await using var window = await chromium.OpenAsync(look);
            await window.ConsoleAsync();
            await window.TakeAsync($"console-start-{name}");
            await window.LookUpAsync(look.Language == "en-US" ? "vaccination" : "疫苗");
            await window.TakeAsync($"console-search-{name}");
            await window.Page.PressAsync("#search", "Enter");
            await window.Page.Locator("#shown .script").WaitForAsync();
            await window.TakeAsync($"console-row-{name}", full: true);
        }
    }

    [RequiresFact(Chromium.Needed)]
    public async Task RowWithErrata()
    {
        foreach (var (name, look) in Looks)
        {
            await using var window = await chromium.OpenAsync(look);
            await window.ConsoleAsync("/console/rows/211300-06?edition=000000000000");
            await window.Page.Locator("#shown .script").WaitForAsync();
            await window.TakeAsync($"console-errata-{name}", full: true);
            await window.ConsoleAsync("/console/rows/000000-05");
            await window.Page.Locator("#shown .script").WaitForAsync();
            await window.TakeAsync($"console-guidance-{name}", full: true);
        }
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Comparison()
    {
        foreach (var (name, look) in Looks)
        {
            await using var window = await chromium.OpenAsync(look);
            await window.ConsoleAsync("/console/compare");
            await window.Page.Locator("#shown table").WaitForAsync();
            await window.TakeAsync($"console-compare-{name}", full: true);
        }
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Coverage()
    {
        foreach (var (name, look) in Looks)
        {
            await using var window = await chromium.OpenAsync(look);
            await window.ConsoleAsync("/console/coverage");
            await window.Page.Locator(".coverage").WaitForAsync();
            await window.TakeAsync($"console-coverage-{name}", full: true);
        }
    }

    [RequiresFact(Chromium.Needed)]
    public async Task SignIn()
    {
        foreach (var (name, look) in Looks)
        {
            await using var window = await chromium.OpenAsync(look);
            await window.Page.GotoAsync("/console/sign-in");
            await window.TakeAsync($"console-sign-in-{name}");
        }
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Caller()
    {
        await using var window = await chromium.OpenAsync(Look.Desktop);
        await window.ConsoleAsync();
        await window.Page.SelectOptionAsync("#caller-place", "370200");
        await window.Page.FillAsync("#caller-ages", "4，9");
        await window.Page.ClickAsync("#caller-circumstances summary");
        await window.TakeAsync("console-caller-1280");
        await window.Page.ClickAsync("#next");
        await window.LookUpAsync("qqqq");
        await window.Page.ClickAsync("#help");
        await window.TakeAsync("console-nothing-1280");
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Unanswered()
    {
        await using var chat = await (await chromium.OpenAsync()).ChatAsync();
        await chat.SayAsync("附近哪有好吃的");
        await chat.SayAsync("驾照怎么换，我电话13912345678");
        await using var window = await chromium.OpenAsync(Look.Desktop);
        await window.ConsoleAsync("/console/unanswered");
        await window.Page.Locator("#shown table").WaitForAsync();
        await window.TakeAsync("console-unanswered-1280");
    }

    [RequiresFact(Chromium.Needed)]
    public async Task WithoutScripts()
    {
        foreach (var (name, look) in new[] { ("320", Look.Narrow), ("1280", Look.Desktop), ("390-en", Look.Phone.English) })
        {
            await using var window = await chromium.OpenAsync(look.WithoutScripts);
            await window.Page.GotoAsync("/chat");
            await window.TakeAsync($"plain-start-{name}");
            await window.Page.FillAsync("#text", look.Language == "en-US" ? "My child is 4, we live in Qingdao, kindergarten?" : "孩子4岁，在青岛，上幼儿园");
            await window.Page.ClickAsync("#ask button");
            await window.TakeAsync($"plain-answer-{name}", full: true);
        }
    }

    private static (string Name, Look Look)[] Looks =>
        [("1280", Look.Desktop), ("390", Look.Phone), ("1280-en", Look.Desktop.English), ("390-en", Look.Phone.English)];
}
