using CareCatalog.Testing;

namespace CareCatalog.Browser.Tests;

/// <summary>The two pictures of the README.</summary>
[Collection(InChromium.Name)]
public sealed class ReadmePictures(Chromium chromium)
{
    [RequiresFact(Chromium.Needed)]
    public async Task Chat()
    {
        await using var window = await (await chromium.OpenAsync(new Look(560, 860))).ChatAsync();
        await window.SayAsync("我家孩子4岁，刚搬到青岛，想上幼儿园");
        await window.Page.Locator("#talk .bot").Last.GetByText("为什么合适").ClickAsync();
        await window.TakeAsync("chat");
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Console()
    {
        await using var window = await chromium.OpenAsync(Look.Desktop);
        await window.ConsoleAsync();
        await window.Page.SelectOptionAsync("#caller-place", "370200");
        await window.Page.FillAsync("#caller-ages", "4");
        await window.LookUpAsync("幼儿园");
        await window.Page.PressAsync("#search", "Enter");
        await window.Page.Locator("#shown .script").WaitForAsync();
        await window.TakeAsync("console");
    }
}
