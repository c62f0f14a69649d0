using CareCatalog.Testing;
using Microsoft.Playwright;

namespace CareCatalog.Browser.Tests;

/// <summary>Pictures of every state of the chat page.</summary>
[Collection(InChromium.Name)]
public sealed class ChatPictures(Chromium chromium)
{
    [RequiresFact(Chromium.Needed)]
    public async Task Welcome()
    {
        foreach (var (name, look) in Looks)
        {
            await using var window = await (await chromium.OpenAsync(look)).ChatAsync();
            await window.TakeAsync($"chat-welcome-{name}");
            await window.Page.ClickAsync(".ways button >> nth=2");
            await window.Page.Locator(".choices button").First.WaitForAsync();
            await window.TakeAsync($"chat-ways-{name}");
        }
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Answer()
    {
        foreach (var (name, look) in Looks)
        {
            await using var window = await (await chromium.OpenAsync(look)).ChatAsync();
            await window.SayAsync(look.Language == "en-US" ? "My child is 4, we just moved to Qingdao. Kindergarten?" : "我家孩子4岁，刚搬到青岛，想上幼儿园");
            await window.TakeAsync($"chat-answer-{name}");
            await window.Page.EvaluateAsync("for (const fold of document.querySelectorAll('details:not(.menu)')) fold.open = true");
            await window.TakeAsync($"chat-answer-open-{name}", full: true);
        }
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Large()
    {
        foreach (var (name, look) in Looks)
        {
            await using var window = await (await chromium.OpenAsync(look)).ChatAsync();
            await window.Page.ClickAsync("#size");
            await window.Page.ClickAsync("#size");
            await window.TakeAsync($"chat-large-welcome-{name}", full: true);
            await window.SayAsync(look.Language == "en-US" ? "Vaccination for a newborn in Changchun" : "长春新生儿打疫苗");
            await window.TakeAsync($"chat-large-answer-{name}", full: true);
        }
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Danger()
    {
        foreach (var (name, look) in Looks)
        {
            await using var window = await (await chromium.OpenAsync(look)).ChatAsync();
            await window.SayAsync(look.Language == "en-US" ? "My husband beats me and the child" : "孩子爸爸喝了酒就打孩子，在青岛怎么办");
            await window.TakeAsync($"chat-danger-{name}");
        }
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Comparison()
    {
        foreach (var (name, look) in Looks)
        {
            await using var window = await (await chromium.OpenAsync(look)).ChatAsync();
            await window.SayAsync(look.Language == "en-US" ? "What is different between Qingdao and Changchun for kindergarten?" : "青岛和长春上幼儿园有什么不同");
            await window.SayAsync(look.Language == "en-US" ? "Compare Qingdao and Changchun" : "青岛和长春有什么不同");
            await window.TakeAsync($"chat-compare-{name}", full: true);
        }
    }

    [RequiresFact(Chromium.Needed)]
    public async Task LongTexts()
    {
        foreach (var (name, look) in Looks)
        {
            await using var window = await (await chromium.OpenAsync(look)).ChatAsync();
            await window.SayAsync(string.Concat(Enumerable.Repeat("我家有两个孩子一个八岁一个三岁", 12)) + new string('a', 120));
            await window.SayAsync("全国清单病有所医有哪些");
            await window.SayAsync("朝阳上小学");
            await window.SayAsync("附近哪有好吃的");
            await window.TakeAsync($"chat-long-{name}", full: true);
        }
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Menu()
    {
        await using var window = await (await chromium.OpenAsync(Look.Narrow)).ChatAsync();
        await window.Page.ClickAsync("#menu summary");
        await window.TakeAsync("chat-menu-320");
        await window.Page.ClickAsync("#menu summary");
        await window.Context.SetOfflineAsync(true);
        await window.Page.FillAsync("#text", "上小学");
        await window.Page.PressAsync("#text", "Enter");
        await window.Page.GetByText("重新发送").WaitForAsync();
        await window.TakeAsync("chat-offline-320");
    }

    private static (string Name, Look Look)[] Looks =>
        [("320", Look.Narrow), ("390-en", Look.Phone.English), ("1280", Look.Desktop)];
}
