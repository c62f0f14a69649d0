using CareCatalog.Channels;
using CareCatalog.Dialogs;
using CareCatalog.Search.Text;
using CareCatalog.Testing;
using CareCatalog.Web.Console;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace CareCatalog.Browser.Tests;

/// <summary>The console with the lists of the whole country: 90,000 generated rows.</summary>
public sealed class ManyRowsTests
{
    private const int Lists = 2_900;
    private const int Rows = 31;

    private static readonly string Seeds = Repository.At("seeds");
    private static readonly CharacterTable Characters = CharacterTable.Read(Path.Combine(Seeds, "characters.tsv"));
    private static readonly CatalogEdition Edition = Grow(CatalogReader.Read(Seeds).Edition!);

    private readonly ConsoleSearch search = new(
        new EditionInForce(Edition), Assistant.Load(Repository.At("dialogs"), Seeds), Characters, new ConsoleLanguages(Repository.At("dialogs")), new FakeTimeProvider());

    [Theory]
    [InlineData("疫苗")]
    [InlineData("教育局")]
    [InlineData("幼儿园 资助")]
    [InlineData("housing")]
    [InlineData("龘")]
    public void Search_AmongNinetyThousandRows_FindsEveryRowThatHoldsTheWords(string typed)
    {
        Assert.InRange(Edition.Lists.Sum(list => list.Items.Count), 90_000, 100_000);
        var index = ConsoleIndex.Of(Edition, Characters);
        var holding = index.Rows.Count(row => typed.Split(' ').All(word => row.All.Contains(word, StringComparison.Ordinal)));
        var found = search.Find(Form(typed));
        // What the assistant would answer comes besides.
        Assert.InRange(found.Total, holding, holding + 5);
        Assert.Equal(Math.Min(50, found.Total), found.Rows.Count);
    }

    [Fact]
    public void Candidates_OfARareWord_AreFew()
    {
        var index = ConsoleIndex.Of(Edition, Characters);
        Assert.InRange(index.Candidates(["疫苗"], []).Count(), 1, Rows * Lists / 4);
        Assert.Empty(index.Candidates(["龘"], []));
        Assert.Equal(index.Rows.Count, index.Candidates(["housing"], []).Count());
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
