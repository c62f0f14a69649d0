using System.Text.Json;
using CareCatalog.Testing;
using Microsoft.Playwright;

namespace CareCatalog.Browser.Tests;

/// <summary>The coverage matrix and the side-by-side comparison: the same result as <c>/api/v1/compare</c>, told by more than colour.</summary>
[Collection(InChromium.Name)]
public sealed class CoverageTests(Chromium chromium)
{
    private static readonly string[] Standings = ["lacks", "narrower", "has", "more"];

    [RequiresTheory(Chromium.Needed)]
    [InlineData("zh-CN", "没有", "较窄", "相同", "更多")]
    [InlineData("en-US", "lacking", "narrower", "the same", "more")]
    public async Task Matrix_IsTheComparisonOfTheApi_WithSignAndWord(string language, params string[] words)
    {
        await using var window = await (await chromium.OpenAsync(Look.Desktop with { Language = language })).ConsoleAsync("/console/coverage");
        await window.Page.Locator(".coverage").WaitForAsync();
        using var json = JsonDocument.Parse(await chromium.Host.Client.GetStringAsync("/api/v1/compare"));
        var services = json.RootElement.GetProperty("services").EnumerateArray().ToList();
        var expected = services.SelectMany(service => service.GetProperty("places").EnumerateArray()).Select(place =>
            place.GetProperty("standing").GetString() + " " + string.Join(' ', place.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("id").GetString())));
        var shown = await window.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('.coverage tbody td')].map(cell => cell.classList[1] + ' ' + [...cell.querySelectorAll('.rows a')].map(link => link.pathname.split('/').pop()).join(' '))");
        Assert.Equal(expected, shown);

        var signs = new HashSet<string>();
        foreach (var (standing, word) in Standings.Zip(words))
        {
            var cell = window.Page.Locator($".coverage td.{standing} .why-so").First;
            if (await cell.CountAsync() == 0) continue;
            Assert.EndsWith(word, await cell.TextContentAsync(), StringComparison.Ordinal);
            Assert.True(signs.Add((await cell.Locator(".sign").TextContentAsync())!), "two standings share a sign");
        }
        Assert.True(signs.Count >= 3);
        Assert.Empty(window.Faults);
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Matrix_ByKeys_LeadsToReasonsAndRows()
    {
        await using var window = await (await chromium.OpenAsync(Look.Desktop)).ConsoleAsync("/console/coverage");
        await window.Page.Locator(".coverage tbody td a").First.FocusAsync();
        await window.Page.Keyboard.PressAsync("ArrowDown");
        await window.Page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("1 2", await WhereAsync(window));
        await window.Page.Keyboard.PressAsync("End");
        await window.Page.Keyboard.PressAsync("ArrowRight");
        await window.Page.Keyboard.PressAsync("ArrowUp");
        await window.Page.Keyboard.PressAsync("ArrowUp");
        Assert.Equal("0 4", await WhereAsync(window));
        await window.Page.Keyboard.PressAsync("Home");
        Assert.Equal("0 0", await WhereAsync(window));
        await window.Page.Keyboard.PressAsync("Enter");
        await window.ArrivedAsync("/console/rows/000000-01");
        await window.Page.GoBackAsync();
        await window.Page.Locator(".coverage td .why-so").First.ClickAsync();
        await window.ArrivedAsync("/console/compare");
        await window.Page.Locator(".compared tbody tr").WaitForAsync();
        Assert.Equal(1, await window.Page.Locator(".compared tbody tr").CountAsync());
        Assert.Empty(window.Faults);
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Matrix_OnAPhone_KeepsTheServicesInSight_AndThePageNarrow()
    {
        await using var window = await (await chromium.OpenAsync(Look.Narrow)).ConsoleAsync("/console/coverage");
        await window.Page.Locator(".coverage").WaitForAsync();
        Assert.True(await window.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "the page is wider than the screen");
        await window.Page.EvaluateAsync("document.querySelector('.wide').scrollLeft = 1000");
        Assert.True(await window.Page.EvaluateAsync<bool>(
            "document.querySelector('.coverage tbody th').getBoundingClientRect().left >= document.querySelector('.wide').getBoundingClientRect().left - 1"), "the services scroll away");
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Comparison_MarksWhatAPlaceLacks_AndIsADeepLink()
    {
        await using var window = await (await chromium.OpenAsync(Look.Desktop)).ConsoleAsync("/console/compare");
        await window.Page.Locator(".compared tbody tr").First.WaitForAsync();
        Assert.Equal(19, await window.Page.Locator(".compared tbody tr").CountAsync());
        Assert.NotEqual(0, await window.Page.Locator("td.missing").CountAsync());
        Assert.Equal(4, await window.Page.Locator(".compared thead th").CountAsync());
        await window.Page.SelectOptionAsync("#compare-3", "");
        await window.UntilAsync("document.querySelectorAll('.compared thead th').length === 3");
        await window.Page.SelectOptionAsync("#compare-1", "211300");
        await window.UntilAsync("document.querySelectorAll('.compared thead th')[1].textContent === '朝阳市'");
        await window.UntilAsync("document.activeElement.id === 'compare-1'");
        await window.Page.ReloadAsync();
        await window.UntilAsync("document.querySelectorAll('.compared thead th')[1]?.textContent === '朝阳市'");
        Assert.Empty(window.Faults);
    }

    [RequiresTheory(Chromium.Needed)]
    [InlineData("places=999999", 400)]
    [InlineData("places=nowhere", 400)]
    [InlineData("id=nothing", 404)]
    [InlineData("id=370200-99", 404)]
    [InlineData("places=370200&id=370200-02", 200)]
    [InlineData("", 200)]
    public async Task Endpoint_AskedForWhatIsNotThere_SaysSo(string query, int status)
    {
        using var answer = await chromium.Host.Client.GetAsync($"/console/api/compare?{query}");
        Assert.Equal(status, (int)answer.StatusCode);
        if (status >= 400) Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    private static Task<string> WhereAsync(Window window) => window.Page.EvaluateAsync<string>(
        "(cell => [...cell.closest('tbody').rows].indexOf(cell.parentElement) + ' ' + cell.cellIndex)(document.activeElement.closest('td, th'))");
}
