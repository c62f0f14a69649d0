using System.Diagnostics;
using CareCatalog.Channels;
using CareCatalog.Dialogs;
using CareCatalog.Search.Text;
using CareCatalog.Testing;
using CareCatalog.Web.Console;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace CareCatalog.Browser.Tests;

/// <summary>The console with the lists of the whole country: 90,000 generated rows.</summary>
[Collection(InChromium.Name)]
public sealed class ManyRowsTests
{
    private const int Lists = 2_900;
    private const int Rows = 31;
#if DEBUG
    private const double Limit = 300;
#else
    private const double Limit = 100;
#endif

    [Fact]
    public void Keystroke_AmongNinetyThousandRows_WithinAHundredMilliseconds()
    {
        var seeds = Repository.At("seeds");
        var edition = Grow(CatalogReader.Read(seeds).Edition!);
        Assert.InRange(edition.Lists.Sum(list => list.Items.Count), 90_000, 100_000);
        var search = new ConsoleSearch(
            new EditionInForce(edition), Assistant.Load(Repository.At("dialogs"), seeds), CharacterTable.Read(Path.Combine(seeds, "characters.tsv")), new ConsoleLanguages(Repository.At("dialogs")), new FakeTimeProvider());
        string[] typed = ["疫", "疫苗", "青岛", "青岛 12", "教育局", "幼儿园 资助", "残疾儿童康复", "公租房", "低保 医疗", "zzz"];
        foreach (var text in typed) search.Find(Form(text));

        var slowest = typed.Select(text =>
        {
            // The machine is shared with others: the best of five is what the search takes.
            return (Text: text, TotalMilliseconds: Enumerable.Range(0, 5).Min(_ =>
            {
                var watch = Stopwatch.StartNew();
                search.Find(Form(text));
                return watch.Elapsed.TotalMilliseconds;
            }));
        }).OrderByDescending(run => run.TotalMilliseconds).ToList();
        // A build without optimisation, on a machine that others use, is given three times what a keystroke may take.
        Assert.True(slowest[0].TotalMilliseconds <= Limit, string.Join("; ", slowest));
    }

    private static FormCollection Form(string text) => new(new Dictionary<string, StringValues> { ["q"] = text });

    private static CatalogEdition Grow(CatalogEdition edition)
    {
        var pattern = edition.Lists.Where(list => !list.Code.IsNation).SelectMany(list => list.Items).ToList();
        var lists = Enumerable.Range(0, Lists).Select(number =>
        {
            var code = JurisdictionCode.Parse($"{500000 + number}");
            var items = Enumerable.Range(1, Rows).Select(row => pattern[((number * 7) + row) % pattern.Count] with { Id = new ItemId(code, row), Errata = [] }).ToList();
            return new CareList(code, $"第{number}县", edition.Lists[0].Document, items, []);
        });
        return new CatalogEdition("generated", [.. edition.Lists, .. lists], edition.Needs, edition.Circumstances, edition.Places, edition.Departments, edition.Hotlines) { Domains = edition.Domains };
    }
}
