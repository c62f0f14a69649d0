using CareCatalog.Testing;
using Microsoft.Playwright;

namespace CareCatalog.Browser.Tests;

/// <summary>A family's talk on the chat page.</summary>
[Collection(InChromium.Name)]
public sealed class ChatTests(Chromium chromium)
{
    private const string Question = "我家孩子4岁，刚搬到青岛，想上幼儿园";

    [RequiresTheory(Chromium.Needed)]
    [InlineData(320, 568, "zh-CN", Question, "学前教育服务", "市教育局")]
    [InlineData(390, 844, "zh-CN", Question, "学前教育服务", "市教育局")]
    [InlineData(1280, 800, "zh-CN", Question, "学前教育服务", "市教育局")]
    [InlineData(320, 568, "en-US", "My child is 4, we live in Qingdao, kindergarten?", "Kindergarten", "市教育局")]
    [InlineData(1280, 800, "en-US", "My child is 4, we live in Qingdao, kindergarten?", "Kindergarten", "市教育局")]
    public async Task Talk_OnEveryScreen_IsAnsweredInItsLanguage(int width, int height, string language, string question, string title, string department)
    {
        await using var window = await (await chromium.OpenAsync(new Look(width, height, language))).ChatAsync();
        var answer = await window.SayAsync(question);

        Assert.Contains(title, await answer.Locator("h2").First.TextContentAsync(), StringComparison.Ordinal);
        Assert.Contains(department, await answer.Locator(".contact").TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal("tel:12345", await answer.Locator("a.call").First.GetAttributeAsync("href"));
        Assert.Equal(0, await answer.Locator("details[open]").CountAsync());
        Assert.True(await FitsAsync(window), "the page is wider than the screen");
        await window.Page.ClickAsync("#size");
        await window.Page.ClickAsync("#size");
        Assert.Equal("30px", await window.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.card p')).fontSize"));
        Assert.True(await FitsAsync(window), "the page is wider than the screen in the largest letters");
        Assert.Empty(window.Faults);
    }

    [RequiresFact(Chromium.Needed)]
    public async Task FourWays_Tapped_LeadToAnAnswer()
    {
        await using var window = await (await chromium.OpenAsync()).ChatAsync();
        Assert.Equal(["孩子多大", "想办什么事", "在哪个城市", "我是工作人员"], await window.Page.Locator(".ways > *").AllTextContentsAsync());
        await window.Page.ClickAsync(".ways button >> nth=1");
        await window.TapAsync("打疫苗");
        await window.TapAsync("青岛");
        Assert.Contains("市卫生健康委", await window.Page.Locator("#talk .bot").Last.TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await window.Page.Locator(".ways button:enabled").CountAsync());
        Assert.Empty(window.Faults);
    }

    [RequiresTheory(Chromium.Needed)]
    [InlineData("zh-CN", "青岛和长春上幼儿园有什么不同", "青岛市", "长春市")]
    [InlineData("en-US", "What is different between Qingdao and Changchun for kindergarten?", "Qingdao", "Changchun")]
    public async Task Comparison_NamesEachPlace_WithItsDepartmentAndItsOwnFolds(string language, string question, params string[] places)
    {
        await using var window = await (await chromium.OpenAsync(Look.Narrow with { Language = language })).ChatAsync();
        var answer = await window.SayAsync(question);
        Assert.Equal(places, await answer.Locator(".beside h2").AllTextContentsAsync());
        foreach (var place in await answer.Locator(".beside").AllAsync())
        {
            Assert.Contains("市教育局", await place.Locator("p").First.TextContentAsync(), StringComparison.Ordinal);
            Assert.Equal(2, await place.Locator("details:not([open])").CountAsync());
        }
        Assert.True(await FitsAsync(window), "the page is wider than the screen");
        await window.Page.GotoAsync("/chat");
        await window.Page.FillAsync("#text", question);
        await window.Page.PressAsync("#text", "Enter");
        Assert.Equal(2, await window.Page.Locator("#last .place").CountAsync());
        Assert.Equal(4, await window.Page.Locator("#last details").CountAsync());
        Assert.Empty(window.Faults);
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Reload_InMidTalk_KeepsTheTalk_AndOnlyItsNameAndSettings()
    {
        await using var window = await (await chromium.OpenAsync()).ChatAsync();
        await window.SayAsync(Question);
        await window.Page.ClickAsync("#size");
        await window.Page.ReloadAsync();
        await window.Page.Locator("#talk .bot").Nth(1).WaitForAsync();

        Assert.Equal(Question, await window.Page.Locator(".said").TextContentAsync());
        Assert.Equal("1", await window.Page.GetAttributeAsync("html", "data-size"));
        await window.SayAsync("找哪个部门");
        Assert.Equal(["carecatalog.settings:size"], await KeysAsync(window, "localStorage"));
        Assert.Equal(["carecatalog.conversation:id", "carecatalog.conversation:token"], await KeysAsync(window, "sessionStorage"));
        Assert.Empty(await window.Context.CookiesAsync());
        Assert.Empty(window.Faults);
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Language_Switched_KeepsTheTalk()
    {
        await using var window = await (await chromium.OpenAsync()).ChatAsync();
        await window.SayAsync(Question);
        await window.Page.ClickAsync("#language");
        var answer = window.Page.Locator("#talk .bot").Nth(2);
        await answer.WaitForAsync();

        Assert.Equal("en-US", await window.Page.GetAttributeAsync("html", "lang"));
        Assert.Equal("Send", await window.Page.TextContentAsync("#ask button"));
        Assert.Contains("Kindergarten", await answer.TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(Question, await window.Page.Locator(".said").First.TextContentAsync());
    }

    [RequiresFact(Chromium.Needed)]
    public async Task RestartAndClear_LeaveNothing()
    {
        await using var window = await (await chromium.OpenAsync()).ChatAsync();
        await window.SayAsync(Question);
        await window.Page.ClickAsync("#size");
        await window.Page.ClickAsync("#menu summary");
        await window.Page.ClickAsync("#clear");
        await window.Page.Locator(".ways").WaitForAsync();

        Assert.Equal(0, await window.Page.Locator(".said").CountAsync());
        Assert.Equal("0", await window.Page.GetAttributeAsync("html", "data-size"));
        Assert.Empty(await KeysAsync(window, "localStorage"));
        await window.SayAsync("打疫苗");
        await window.Page.ClickAsync("#menu summary");
        await window.Page.ClickAsync("#restart");
        await window.UntilAsync("!document.querySelector('.said') && !!document.querySelector('.ways')");
        Assert.Equal(0, await window.Page.Locator(".said").CountAsync());
        Assert.Empty(window.Faults);
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Danger_ShowsItsNumbersFirst_AndTheWayOut()
    {
        await using var window = await (await chromium.OpenAsync()).ChatAsync();
        await window.Page.RouteAsync("https://www.baidu.com/**", route => route.FulfillAsync(new() { Body = "elsewhere", ContentType = "text/plain" }));
        var answer = await window.SayAsync("孩子爸爸喝了酒就打孩子，在青岛怎么办");

        Assert.Equal("tel:110", await answer.Locator("a").First.GetAttributeAsync("href"));
        Assert.Equal("danger", await answer.Locator(".card > *").First.GetAttributeAsync("class"));
        await window.Page.ClickAsync("#exit");
        await window.Page.WaitForURLAsync("https://www.baidu.com/");
        await window.Page.GotoAsync("/healthz");
        Assert.Empty(await KeysAsync(window, "sessionStorage"));
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Danger_EscapeTwice_LeavesAtOnce_AndTheWayBackShowsNothing()
    {
        await using var window = await chromium.OpenAsync();
        await window.Page.RouteAsync("https://www.baidu.com/**", route => route.FulfillAsync(new() { Body = "elsewhere", ContentType = "text/plain" }));
        await window.ChatAsync();
        await window.SayAsync("孩子爸爸喝了酒就打孩子，在青岛怎么办");
        var pages = await window.Page.EvaluateAsync<int>("history.length");
        await window.Page.Keyboard.PressAsync("Escape");
        await window.Page.Keyboard.PressAsync("Escape");
        await window.Page.WaitForURLAsync("https://www.baidu.com/");
        await window.Page.GetByText("elsewhere").WaitForAsync();
        // The other page stands in place of the talk: there is none to go back to.
        Assert.Equal(pages, await window.Page.EvaluateAsync<int>("history.length"));
        await window.Page.GotoAsync("/healthz");
        Assert.Empty(await KeysAsync(window, "sessionStorage"));
    }

    [RequiresFact(Chromium.Needed)]
    public async Task KeyboardAlone_IsEnough()
    {
        await using var window = await (await chromium.OpenAsync(Look.Desktop)).ChatAsync();
        await TabToAsync(window, "孩子多大");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Locator(".choices button").First.WaitForAsync();
        await TabToAsync(window, "3到6岁");
        await window.Page.Keyboard.PressAsync("Space");
        await window.Page.Locator("#talk .bot").Nth(1).WaitForAsync();
        await TabToAsync(window, "为什么合适");
        await window.Page.Keyboard.PressAsync("Enter");
        Assert.Equal(1, await window.Page.Locator("details.fold[open]").CountAsync());
        Assert.Empty(window.Faults);
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Enter_WhileComposing_ChoosesAWord_AndDoesNotSend()
    {
        await using var window = await (await chromium.OpenAsync()).ChatAsync();
        await window.Page.FocusAsync("#text");
        var session = await window.Context.NewCDPSessionAsync(window.Page);
        await session.SendAsync("Input.imeSetComposition", new() { ["text"] = "youeryuan", ["selectionStart"] = 9, ["selectionEnd"] = 9 });
        await session.SendAsync("Input.dispatchKeyEvent", new() { ["type"] = "rawKeyDown", ["key"] = "Enter", ["code"] = "Enter", ["windowsVirtualKeyCode"] = 229 });
        await session.SendAsync("Input.insertText", new() { ["text"] = "幼儿园" });
        Assert.Equal(0, await window.Page.Locator(".said").CountAsync());
        Assert.Equal("幼儿园", await window.Page.InputValueAsync("#text"));

        await window.Page.PressAsync("#text", "Enter");
        await window.Page.Locator("#talk .bot").Nth(1).WaitForAsync();
        Assert.Equal("幼儿园", await window.Page.Locator(".said").TextContentAsync());
    }

    [RequiresFact(Chromium.Needed)]
    public async Task ScreenReader_HearsOnlyTheNewAnswer_ThenNothing()
    {
        await using var window = await (await chromium.OpenAsync()).ChatAsync();
        await window.SayAsync(Question);
        var heard = await window.Page.TextContentAsync("#heard");
        Assert.Contains("学前教育", heard, StringComparison.Ordinal);
        Assert.DoesNotContain("您好", heard, StringComparison.Ordinal);
        await window.UntilAsync("document.getElementById('heard').textContent === ''");
    }

    private static Task<bool> FitsAsync(Window window) =>
        window.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth");

    private static async Task<string[]> KeysAsync(Window window, string storage) => await window.Page.EvaluateAsync<string[]>(
        "name => Object.keys(window[name]).sort().flatMap(key => Object.keys(JSON.parse(window[name][key])).map(part => key + ':' + part))", storage);

    private static async Task TabToAsync(Window window, string title)
    {
        for (var i = 0; i < 60; i++)
        {
            await window.Page.Keyboard.PressAsync("Tab");
            if (await window.Page.EvaluateAsync<string>("document.activeElement.textContent.trim()") == title) return;
        }
        Assert.Fail($"the Tab key does not reach {title}");
    }
}
