using System.Text.Json;
using System.Text.RegularExpressions;
using CareCatalog.Testing;
using Microsoft.Playwright;

namespace CareCatalog.Browser.Tests;

/// <summary>500 hostile texts through every place a text can come from: no script runs, no link leads elsewhere.</summary>
[Collection(InChromium.Name)]
public sealed partial class InjectionTests(Chromium chromium)
{
    private const int Count = 500;

    private static readonly string[] Acts = ["window.__hit=1", "alert(1)", "top.__hit=1", "parent.__hit=1", "confirm`1`", "document.title='__hit'"];

    private static readonly string[] Shapes =
    [
        "<script>{0}</script>", "<ScRiPt>{0}</sCrIpT>", "<img src=x onerror={0}>", "<svg onload={0}>", "<svg><script>{0}</script></svg>", "\"><script>{0}</script>",
        "'><img src=x onerror={0}>", "<body onload={0}>", "<iframe srcdoc=\"<script>{0}</script>\">", "<iframe src=javascript:{0}>", "<a href=javascript:{0}>x</a>",
        "javascript:{0}", "tel:javascript:{0}", "<details open ontoggle={0}>", "<input autofocus onfocus={0}>", "<video><source onerror={0}>", "<math><mtext><script>{0}</script></math>",
        "</title><script>{0}</script>", "</textarea><script>{0}</script>", "<!--><script>{0}</script>-->", "<style>@import 'javascript:{0}'</style>", "<link rel=stylesheet href=javascript:{0}>",
        "<object data=javascript:{0}>", "<embed src=javascript:{0}>", "<form action=javascript:{0}><button>x", "<button formaction=javascript:{0}>x", "<base href=javascript:{0}//>",
        "<meta http-equiv=refresh content='0;url=javascript:{0}'>", "{{{{constructor.constructor('{0}')()}}}}", "${{{0}}}", "<template><script>{0}</script></template>", "<noscript><p title=\"</noscript><img src=x onerror={0}>\">",
        "<svg><animate onbegin={0} attributeName=x>", "<marquee onstart={0}>", "<select autofocus onfocus={0}>", "<table background=javascript:{0}>", "<a href=\"data:text/html,<script>{0}</script>\">x</a>",
        "110<img src=x onerror={0}>12345", "\u202e<script>{0}</script>", "\u0000<script>{0}</script>", "[x](javascript:{0})", "&lt;script&gt;{0}&lt;/script&gt;",
    ];

    private static readonly string[] Dresses = ["{0}", " {0}", "孩子4岁{0}青岛幼儿园", "12345{0}", "\n{0}\n"];

    public static IReadOnlyList<string> Payloads { get; } =
        [.. (from act in Acts from shape in Shapes from dress in Dresses select string.Format(dress, string.Format(shape, act))).Distinct().Take(Count * 3).Where((_, at) => at % 2 == 0).Take(Count)];

    [RequiresFact(Chromium.Needed)]
    public async Task Cards_OfHostileReplies_RunNothing()
    {
        Assert.Equal(Count, Payloads.Count);
        await using var window = await (await chromium.OpenAsync()).ChatAsync();
        await window.Page.EvaluateAsync(
            """
            async texts => {
              const { card, tools, heard } = await import('/card.js');
              const kinds = ['say', 'remark', 'lead', 'aspect', 'content', 'reading', 'why', 'still', 'guidance', 'contact', 'source', 'also', 'more', 'passage', 'question', 'banner', 'hotline', 'unknown'];
              for (const text of texts) {
                const row = { id: text, service: text, title: text + '!', summary: text, content: text, departments: [text], why: [text], source: text };
                const reply = { outcome: text, language: text, matches: [row, row], hotlines: [text, '12345'], buttons: [text], text, parts: kinds.map(kind => ({ kind, text })) };
                const made = card(reply);
                made.append(tools([made], reply));
                document.getElementById('talk').append(made);
                document.getElementById('heard').textContent = heard(reply);
              }
            }
            """, Payloads);
        await AssertHarmlessAsync(window);
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Talk_OfHostileMessages_RunsNothing()
    {
        foreach (var texts in Payloads.Chunk(100))
        {
            await using var window = await (await chromium.OpenAsync()).ChatAsync();
            await window.Page.EvaluateAsync(
                """
                texts => {
                  const field = document.getElementById('text');
                  for (const text of texts) {
                    field.value = text.replace('\u0000', '');
                    document.getElementById('ask').requestSubmit();
                  }
                }
                """, texts);
            await window.UntilAsync("document.querySelectorAll('.said').length === 100 && document.querySelectorAll('.sending').length === 0", 60);
            await window.Page.ReloadAsync();
            await window.UntilAsync("document.querySelectorAll('.said').length === 100", 30);
            await AssertHarmlessAsync(window);
        }
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Console_OfHostileCatalogue_RunsNothing()
    {
        await using var window = await chromium.OpenAsync(Look.Desktop);
        var rows = Payloads.Select(text => new
        {
            id = "370200-02", place = text, number = 2, domain = text, audience = text, service = text, content = text, title = text, summary = text, departments = new[] { text }, reasons = new[] { text }, doubtful = true,
        });
        var facets = Payloads.Take(60).Select(text => new { value = text, name = text, count = 1 }).ToArray();
        var found = JsonSerializer.Serialize(new { edition = "e", total = Count, marks = Payloads.Take(20), rows, places = facets, domains = facets, circumstances = facets, departments = facets });
        await window.Page.RouteAsync("**/console/api/search", route => route.FulfillAsync(new() { Body = found, ContentType = "application/json" }));
        await window.Page.RouteAsync("**/console/api/rows/**", route => route.FulfillAsync(new() { Body = HostileRow(int.Parse(new Uri(route.Request.Url).Segments[^1])), ContentType = "application/json" }));
        await window.ConsoleAsync();
        Assert.Equal(Count, await window.Page.Locator(".hit").CountAsync());
        await window.Page.EvaluateAsync(
            """
            async count => {
              for (let at = 0; at < count; at++) {
                history.pushState(null, '', `/console/rows/${at}`);
                dispatchEvent(new PopStateEvent('popstate'));
                while (!document.querySelector('#shown h2 .place')?.textContent.endsWith(`#${at}`)) await new Promise(requestAnimationFrame);
              }
            }
            """, Count);
        await AssertHarmlessAsync(window);
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Comparisons_OfHostileCatalogue_RunNothing()
    {
        await using var window = await chromium.OpenAsync(Look.Desktop);
        await window.Page.RouteAsync("**/console/api/compare*", route => route.FulfillAsync(new() { Body = HostileComparison(), ContentType = "application/json" }));
        await window.Page.RouteAsync("**/console/api/choices*", route => route.FulfillAsync(new()
        {
            Body = JsonSerializer.Serialize(new { places = Payloads.Take(12).Select(text => new { code = text, name = text }), circumstances = Payloads.Take(30).Select(text => new { id = text, name = text }) }),
            ContentType = "application/json",
        }));
        await window.Page.RouteAsync("**/console/api/unanswered", route => route.FulfillAsync(new()
        {
            Body = JsonSerializer.Serialize(Payloads.Select(text => new { text, outcome = text, count = 1 })),
            ContentType = "application/json",
        }));
        foreach (var page in new[] { "coverage", "compare", "unanswered" })
        {
            await window.ConsoleAsync($"/console/{page}");
            await window.Page.Locator("#shown tbody tr").First.WaitForAsync();
            Assert.True(await window.Page.Locator("#shown tbody tr").CountAsync() >= 100);
            await AssertHarmlessAsync(window);
        }
    }

    [RequiresFact(Chromium.Needed)]
    public async Task Forms_OfHostileMessages_EscapeEverything()
    {
        using var client = new HttpClient { BaseAddress = chromium.Host.Address };
        foreach (var texts in Payloads.Chunk(50))
        {
            var ticket = Ticket().Match(await client.GetStringAsync("/chat")).Groups[1].Value;
            var page = "";
            foreach (var text in texts)
            {
                using var response = await client.PostAsync("/chat", new FormUrlEncodedContent(new Dictionary<string, string> { ["ticket"] = ticket, ["text"] = text, ["lang"] = text, ["size"] = text, ["name"] = "" }));
                page = await response.Content.ReadAsStringAsync();
            }
            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch(@"<(img|svg|iframe|object|embed|base|style|template|math|video)\b", page);
            Assert.DoesNotMatch(@"<[^>]*\son\w+=", page);
            Assert.DoesNotMatch(@"href=""(?!tel:\d+""|/)", page);
        }
    }

    private static string HostileComparison()
    {
        static object Row(string text) => new
        {
            id = "370200-02", place = text, number = 2, domain = text, audience = text, service = text, content = text, title = text, summary = text,
            departments = new[] { text }, reasons = Array.Empty<string>(), doubtful = false,
        };
        return JsonSerializer.Serialize(new
        {
            edition = Payloads[0], places = Payloads.Take(3).Select(text => new { code = text, name = text }),
            lines = Payloads.Chunk(4).Select(texts => new
            {
                nation = Row(texts[0]),
                cells = texts.Skip(1).Select(text => new { standing = "narrower", rows = new[] { Row(text) }, added = new[] { text }, missing = new[] { text }, note = text, reviewed = false }),
            }),
            legend = Payloads.Take(4).Select(text => new { standing = "narrower", sign = text, word = text }),
        });
    }

    private static string HostileRow(int at) => HostileRow(Payloads[at], $"{Payloads[at]}#{at}");

    private static string HostileRow(string text, string place) => JsonSerializer.Serialize(new
    {
        edition = text, place, domain = text, title = text, summary = text, bodies = new Dictionary<string, string> { [text] = text }, reading = text + "!", needs = new[] { text }, circumstances = new[] { text }, counterparts = new[] { text }, previous = (string?)null, next = "000000-01",
        row = new
        {
            id = "370200-02", jurisdiction = "370200", domain = text, audience = text, service = text, content = text, title = text, summary = text, departments = new[] { text },
            guidance = new[] { new { department = text, content = text, text } },
            errata = new[] { new { field = text, printed = text, reading = text, confidence = 1, reason = text, englishReason = text } },
            source = new { title = text, number = text, issuer = text, date = text, section = text, file = text, lines = new[] { text } },
        },
    });

    private static async Task AssertHarmlessAsync(Window window)
    {
        await Task.Delay(300);
        Assert.Empty(window.Faults);
        Assert.False(await window.Page.EvaluateAsync<bool>("'__hit' in window || document.title === '__hit'"));
        Assert.Equal(0, await window.Page.EvaluateAsync<int>(
            "document.querySelectorAll('body script, img, svg, iframe, object, embed, base, style, body link, video, template, math').length"));
        Assert.Equal(0, await window.Page.EvaluateAsync<int>(
            "[...document.querySelectorAll('a[href]')].filter(a => !/^tel:\\d+$/.test(a.getAttribute('href')) && !/^\\/console|^privacy$/.test(a.getAttribute('href'))).length"));
    }

    [GeneratedRegex("name=\"ticket\" value=\"([^\"]+)\"")]
    private static partial Regex Ticket();
}
