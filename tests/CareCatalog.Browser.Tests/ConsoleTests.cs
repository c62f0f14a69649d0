using System.Globalization;
using CareCatalog.Testing;

namespace CareCatalog.Browser.Tests;

/// <summary>What staff do at the console.</summary>
[Collection(InChromium.Name)]
public sealed class ConsoleTests(Chromium chromium)
{
    /// <summary>Ten look-ups: what is typed before Enter, and the row it has to open. Enter counts as well.</summary>
    public static TheoryData<string, string> Tasks => new()
    {
        { "青2", "370200-02" }, { "长12", "220100-12" }, { "朝33", "211300-33" }, { "全5", "000000-05" }, { "菏1", "371700-01" },
        { "疫苗", "000000-01" }, { "低保", "000000-14" }, { "中考", "000000-03" }, { "公租房", "000000-09" }, { "康复", "000000-11" },
    };

    [RequiresTheory(Chromium.Needed)]
    [MemberData(nameof(Tasks))]
    public async Task LookUp_InUnderFiveKeystrokes(string typed, string id)
    {
        Assert.True(new StringInfo(typed).LengthInTextElements + 1 < 5);
        await using var window = await (await chromium.OpenAsync(Look.Desktop)).ConsoleAsync();
        // The page puts the caret into the field by itself; nobody clicks, and nobody waits for the list.
        await window.Page.Keyboard.InsertTextAsync(typed);
        await window.Page.Keyboard.PressAsync("Enter");
        await window.ArrivedAsync($"/console/rows/{id}");
        await window.Page.Locator("#shown .script").WaitForAsync();
        Assert.Empty(window.Faults);
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Keys_ChooseOpenCopyAndReturn()
    {
        await using var window = await (await chromium.OpenAsync(Look.Desktop)).ConsoleAsync();
        await window.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await window.LookUpAsync("教育");
        Assert.NotEqual(0, await window.Page.Locator(".hit mark").CountAsync());
        Assert.Contains("命中", await window.Page.Locator(".hit .why").First.TextContentAsync(), StringComparison.Ordinal);
        await window.Page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal("hit-1", await window.Page.GetAttributeAsync("#search", "aria-activedescendant"));
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Locator("#shown .script").WaitForAsync();
        await window.Page.Keyboard.PressAsync("d");
        await window.Page.GetByText("已复制").WaitForAsync();
        Assert.Contains("教育", await window.Page.EvaluateAsync<string>("navigator.clipboard.readText()"), StringComparison.Ordinal);
        await window.Page.Keyboard.PressAsync("Escape");
        Assert.Equal("search", await window.Page.EvaluateAsync<string>("document.activeElement.id"));
        await window.Page.Keyboard.PressAsync("Alt+Digit1");
        Assert.Equal("facet-place", await window.Page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Empty(window.Faults);
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Search_WhileComposing_WaitsForTheWord()
    {
        await using var window = await (await chromium.OpenAsync(Look.Desktop)).ConsoleAsync();
        var asked = new List<string>();
        window.Page.Request += (_, request) => asked.Add(Uri.UnescapeDataString(request.PostData ?? ""));
        var session = await window.Context.NewCDPSessionAsync(window.Page);
        await session.SendAsync("Input.imeSetComposition", new() { ["text"] = "yimiao", ["selectionStart"] = 6, ["selectionEnd"] = 6 });
        await session.SendAsync("Input.dispatchKeyEvent", new() { ["type"] = "rawKeyDown", ["key"] = "Enter", ["code"] = "Enter", ["windowsVirtualKeyCode"] = 229 });
        await session.SendAsync("Input.insertText", new() { ["text"] = "疫苗" });
        await window.Page.Locator(".hit mark").First.WaitForAsync();
        Assert.StartsWith("q=疫苗&", Assert.Single(asked), StringComparison.Ordinal);
        await window.Page.Keyboard.PressAsync("Enter");
        await window.ArrivedAsync("/console/rows/000000-01");
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Language_Switched_LeavesNoChineseButWhatIsPrinted()
    {
        const string Chinese =
            """
            (() => {
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const found = [];
              while (walk.nextNode()) {
                const text = walk.currentNode;
                if (/\p{Script=Han}/u.test(text.data) && !text.parentElement.closest('[lang|=zh], #language, td.text, .script p, .errata li, dd:last-child')) found.push(text.data);
              }
              for (const named of document.querySelectorAll('[aria-label], [placeholder]'))
                if (/\p{Script=Han}/u.test(named.ariaLabel ?? '' + named.placeholder ?? '')) found.push(named.outerHTML);
              return found;
            })()
            """;
        await using var window = await (await chromium.OpenAsync(Look.Desktop)).ConsoleAsync();
        await window.LookUpAsync("教育");
        await window.Page.ClickAsync("#language");
        await window.Page.Locator("html[lang=en-US]").WaitForAsync();
        await window.LookUpAsync("education bureau");
        Assert.Contains("Education Bureau", await window.Page.Locator(".hit .who").First.TextContentAsync(), StringComparison.Ordinal);
        await window.LookUpAsync("Qingdao 2");
        Assert.Equal("Qingdao", await window.Page.Locator(".hit .place").First.TextContentAsync());
        await window.Page.ClickAsync("#help");
        Assert.Empty(await window.Page.EvaluateAsync<string[]>(Chinese));
        await window.Page.PressAsync("#search", "Enter");
        await window.Page.Locator("#shown .script").WaitForAsync();
        Assert.Contains("Row 2 of the list of Qingdao", await window.Page.TextContentAsync("#shown .script"), StringComparison.Ordinal);
        Assert.Empty(await window.Page.EvaluateAsync<string[]>(Chinese));
        foreach (var path in new[] { "/console/rows/000000-05", "/console/compare", "/console/coverage", "/console/unanswered" })
        {
            await window.ConsoleAsync(path);
            await window.Page.Locator("#shown h2").WaitForAsync();
            Assert.Empty(await window.Page.EvaluateAsync<string[]>(Chinese));
        }
        await window.Page.ClickAsync("#account");
        await window.Page.GetByText("Password").WaitForAsync();
        Assert.Empty(window.Faults);
    }

    [RequiresFact(Chromium.Needed)]
    public async Task CallersStrip_Narrows_AndIsClearedByNext()
    {
        await using var window = await (await chromium.OpenAsync(Look.Desktop)).ConsoleAsync();
        var all = await window.Page.TextContentAsync("#count");
        await window.Page.SelectOptionAsync("#caller-place", "370200");
        await window.Page.FillAsync("#caller-ages", "4");
        await window.Page.Locator(".hit").First.GetByText("青岛市").WaitForAsync();
        // The first row of all may be Qingdao's as well: the count says that the list is the caller's.
        await window.UntilAsync($"document.getElementById('count').textContent !== '{all}'");
        Assert.DoesNotContain("ages", window.Page.Url, StringComparison.Ordinal);
        await window.Page.ClickAsync("#next");
        await window.UntilAsync($"document.getElementById('count').textContent === '{all}'");
        Assert.Equal("", await window.Page.InputValueAsync("#caller-ages"));
        Assert.Equal("", await window.Page.InputValueAsync("#caller-place"));
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Row_ShowsBothReadings_Errata_AndItsNeighbours()
    {
        await using var window = await (await chromium.OpenAsync(Look.Desktop)).ConsoleAsync("/console/rows/000000-05?edition=000000000000");
        await window.Page.Locator("#shown .errata li").First.WaitForAsync();
        Assert.NotEqual(0, await window.Page.Locator("#shown .guidance details").CountAsync());
        Assert.NotEqual(0, await window.Page.Locator("#shown .warning").CountAsync());
        await window.Page.ClickAsync("text=下一项");
        await window.ArrivedAsync("/console/rows/000000-06");
        await window.Page.GoBackAsync();
        await window.ArrivedAsync("/console/rows/000000-05");
        Assert.Empty(window.Faults);
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Unanswered_AreCounted_WithoutNumbers()
    {
        await using var chat = await (await chromium.OpenAsync()).ChatAsync();
        await chat.SayAsync("附近哪有好吃的火锅 13912345678");
        await chat.SayAsync("附近哪有好吃的火锅 13912345679");
        await using var window = await (await chromium.OpenAsync(Look.Desktop)).ConsoleAsync("/console/unanswered");
        var line = window.Page.Locator("#shown tbody tr", new() { HasText = "火锅" });
        Assert.Equal("2", await line.Locator(".count").TextContentAsync());
        Assert.DoesNotContain("139", await line.TextContentAsync(), StringComparison.Ordinal);
    }
}
