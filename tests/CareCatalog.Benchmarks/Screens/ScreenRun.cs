using System.Diagnostics;
using System.Globalization;
using System.Text;
using CareCatalog.Benchmarks.Scale;
using CareCatalog.Browser.Tests;

namespace CareCatalog.Benchmarks.Screens;

/// <summary>Measures the screens in Chromium, on the real host with the lists of the whole country.</summary>
internal static class ScreenRun
{
    private const int Rows = 90_000;
    private const int Rounds = 3;

    private static readonly string[] LookUps = ["疫苗", "青岛 12", "教育局", "幼儿园 资助", "残疾儿童康复", "公租房", "低保", "中考", "长春 9", "心理"];

    private static readonly string[] Questions =
    [
        "我家孩子4岁，刚搬到青岛，想上幼儿园", "打疫苗找谁", "长春租公租房", "孩子残疾，康复有补助吗", "菏泽上小学要什么材料", "在朝阳，家里低保",
        "中考能在这里考吗", "孩子没人照看", "看病能报销吗", "想找心理老师",
    ];

    // From the key to the picture with the list of this very key.
    private const string WatchKeys =
        """
        () => {
          window.waits = [];
          const list = document.getElementById('results');
          document.getElementById('search').addEventListener('input', event => {
            const watch = new MutationObserver(() => {
              if (list.hasAttribute('aria-busy')) return;
              watch.disconnect();
              requestAnimationFrame(() => window.waits.push(performance.now() - event.timeStamp));
            });
            watch.observe(list, { attributes: true, childList: true });
          }, true);
        }
        """;

    // From Enter to the picture with the answer.
    private const string WatchAnswers =
        """
        () => {
          window.waits = [];
          document.getElementById('ask').addEventListener('submit', event => {
            const watch = new MutationObserver(changes => {
              if (!changes.some(change => [...change.addedNodes].some(node => node.className === 'bot'))) return;
              watch.disconnect();
              requestAnimationFrame(() => window.waits.push(performance.now() - event.timeStamp));
            });
            watch.observe(document.getElementById('talk'), { childList: true });
          }, true);
        }
        """;

    /// <summary>Measures, and gives the table.</summary>
    public static async Task<string> RunAsync(TextWriter log)
    {
        var archive = Directory.CreateTempSubdirectory("carecatalog-country-");
        var chromium = new Chromium();
        try
        {
            var edition = CountrySeeds.Write(archive.FullName, Rows);
            chromium.Host.Settings["Catalogue__Editions"] = archive.FullName;
            await chromium.InitializeAsync();
            var first = await FirstAsync(chromium);
            var all = new[] { first, await WindowAsync(chromium), await HostAsync(chromium), await KeysAsync(chromium), await AnswersAsync(chromium) };
            foreach (var delays in all) log.WriteLine($"{delays.What}: {string.Join(' ', delays.All.Order().Select(wait => wait.ToString("0", CultureInfo.InvariantCulture)))}");
            return Table(edition.Lists.Sum(list => list.Items.Count), all);
        }
        finally
        {
            await chromium.DisposeAsync();
            archive.Delete(recursive: true);
        }
    }

    // What the host still has to build when it listens, and what a new window takes after that.
    private static async Task<Delays> FirstAsync(Chromium chromium)
    {
        var start = Stopwatch.GetTimestamp();
        await SearchAsync(chromium, LookUps[0]);
        return new Delays("the host's first search after its start", [Stopwatch.GetElapsedTime(start).TotalMilliseconds]);
    }

    private static async Task<Delays> WindowAsync(Chromium chromium)
    {
        var waits = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            await using var window = await chromium.OpenAsync(Look.Desktop);
            await window.Page.GotoAsync("/console");
            await window.Page.Locator(".hit").First.WaitForAsync();
            if (round > 0) waits.Add(await window.Page.EvaluateAsync<double>("performance.now()"));
        }
        return new Delays("console, from its address to the first list", waits);
    }

    // The same look-ups without the browser's part.
    private static async Task<Delays> HostAsync(Chromium chromium)
    {
        var waits = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var text in LookUps)
            {
                for (var length = 1; length <= text.Length; length++)
                {
                    var start = Stopwatch.GetTimestamp();
                    await SearchAsync(chromium, text[..length]);
                    if (round > 0) waits.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }
        }
        return new Delays("the host's part of a key", waits);
    }

    private static async Task<Delays> KeysAsync(Chromium chromium)
    {
        await using var window = await (await chromium.OpenAsync(Look.Desktop)).ConsoleAsync();
        await window.Page.EvaluateAsync(WatchKeys);
        for (var round = 0; round <= Rounds; round++)
        {
            // The first round is the compiler's.
            if (round == 1) await window.Page.EvaluateAsync("window.waits.length = 0");
            foreach (var text in LookUps)
            {
                await window.Page.EvaluateAsync("document.getElementById('search').value = ''");
                foreach (var key in text)
                {
                    await window.Page.Keyboard.InsertTextAsync(key.ToString());
                    await window.FoundAsync();
                }
            }
        }
        await window.UntilAsync($"window.waits.length === {Rounds * LookUps.Sum(text => text.Length)}");
        return new Delays("console, from a key to the list drawn", await window.Page.EvaluateAsync<double[]>("window.waits"));
    }

    private static async Task SearchAsync(Chromium chromium, string text)
    {
        using var answer = await chromium.Host.Client.PostAsync("/console/api/search", new FormUrlEncodedContent([new("q", text)]));
        await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    private static async Task<Delays> AnswersAsync(Chromium chromium)
    {
        await using var window = await chromium.OpenAsync();
        var session = await window.Context.NewCDPSessionAsync(window.Page);
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = 60, ["downloadThroughput"] = 50_000, ["uploadThroughput"] = 50_000 });
        await window.ChatAsync();
        await window.Page.EvaluateAsync(WatchAnswers);
        foreach (var question in Questions) await window.SayAsync(question);
        await window.UntilAsync($"window.waits.length === {Questions.Length}");
        return new Delays("chat at 400 kbit/s, from Enter to the answer drawn", await window.Page.EvaluateAsync<double[]>("window.waits"));
    }

    private static string Table(int rows, IEnumerable<Delays> all)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"| with {rows:N0} rows | times | p50 ms | p95 ms | longest ms |\n|---|---|---|---|---|\n");
        foreach (var one in all) text.Append(CultureInfo.InvariantCulture, $"| {one.What} | {one.All.Count} | {one.At(50):0} | {one.At(95):0} | {one.All.Max():0} |\n");
        return text.ToString();
    }
}
