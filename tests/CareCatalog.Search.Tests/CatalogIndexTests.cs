using CareCatalog.Search.Text;
using CareCatalog.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace CareCatalog.Search.Tests;

/// <summary>Search over the five lists: scores, order, gates and reasons.</summary>
public class CatalogIndexTests
{
    private static readonly CatalogIndex Index = CatalogIndex.Of(OurSeeds.Edition, OurSeeds.Characters);
    private static readonly JurisdictionCode Qingdao = JurisdictionCode.Parse("370200");
    private static readonly JurisdictionCode[] Codes = [.. OurSeeds.Edition.Lists.Select(list => list.Code)];

    public static TheoryData<string> Lists => [.. Codes.Select(code => code.Value)];

    [Fact]
    public void Of_SameEdition_IsBuiltOnce() => Assert.Same(Index, CatalogIndex.Of(OurSeeds.Edition, OurSeeds.Characters));

    [Fact]
    public void Search_PlaceWithoutList_IsEmpty()
    {
        var query = new SearchQuery { Jurisdiction = JurisdictionCode.Parse("110000"), Text = Fold("疫苗") };
        Assert.Empty(Index.Search(query));
        Assert.Empty(Index.SearchPassages(query));
        Assert.Null(Index.Explain(query, ItemId.Parse("110000-01")));
        Assert.Null(Index.Explain(query, ItemId.Parse("370200-99")));
    }

    [Fact]
    public void Search_NothingAsked_IsEmpty() => Assert.Empty(Index.Search(new SearchQuery { Jurisdiction = Qingdao }));

    [Theory]
    [MemberData(nameof(Lists))]
    public void Search_WordsOnly_EqualsNaiveModel(string code)
    {
        var list = OurSeeds.Edition.ListOf(JurisdictionCode.Parse(code))!;
        var all = OurSeeds.Edition.Lists.SelectMany(each => new[] { Rows(each), Passages(each) }).ToList();
        var rows = Rows(list);
        double Idf(string term) => NaiveRanking.Idf(all.Sum(part => part.DocumentsWith(term)), all.Sum(part => part.Count));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(25), Prop.ForAll(Arb.From(Queries()), text =>
        {
            var found = Index.Search(new SearchQuery { Jurisdiction = list.Code, Text = Fold(text) }).ToDictionary(match => match.Item.Id, match => match.Score);
            return Enumerable.Range(0, list.Items.Count).All(row =>
            {
                var item = list.Items[row];
                var expected = item.Eligibility is { Circumstances.Count: > 0, CircumstancesForPartOnly: false }
                    ? 0 : Math.Clamp((0.5 * rows.Score(row, text, Idf)) - 1.5, 0, 9);
                return Math.Abs(found.GetValueOrDefault(item.Id) - expected) < 1e-3;
            });
        }));
    }

    [Fact]
    public void Search_AnyQuery_IsSortedByScoreThenId() => Prop.ForAll(Arb.From(Searches()), query =>
    {
        var found = Index.Search(query);
        return found.All(match => match.Score > 0 && match.Fit != Fit.Excluded)
            && found.Zip(found.Skip(1)).All(pair => pair.First.Score > pair.Second.Score || (pair.First.Score == pair.Second.Score && pair.First.Item.Id < pair.Second.Item.Id));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Explain_AnyMatch_SumsToItsScore() => Prop.ForAll(Arb.From(Searches()), query => Index.Search(query).All(match =>
    {
        var explanation = Index.Explain(query, match.Item.Id)!;
        var sum = explanation.Parts.Take(3).Sum(part => part.Value) * explanation.Parts.Skip(3).Aggregate(1.0, (factor, part) => factor * part.Value);
        return Math.Abs(explanation.Value - match.Score) < 1e-9 && Math.Abs(sum - match.Score) < 1e-9;
    })).QuickCheckThrowOnFailure();

    [Fact]
    public void Explain_RowNotShown_SaysSo()
    {
        var orphans = OurSeeds.Edition.ListOf(Qingdao)!.Items.First(item => item.Eligibility.Circumstances.Contains("orphan"));
        var query = new SearchQuery { Jurisdiction = Qingdao, Text = Fold(orphans.Service), Denied = [.. orphans.Eligibility.Circumstances] };
        Assert.Contains("not shown", Index.Explain(query, orphans.Id)!.Lines().First(), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_Explanation_AreIndentedByDepth()
    {
        var tree = new Explanation("whole", 3, [new Explanation("part", 2, [new Explanation("leaf", 2)]), new Explanation("other", 1)]);
        Assert.Equal(["   3.00  whole", "     2.00  part", "       2.00  leaf", "     1.00  other"], tree.Lines());
    }

    [Fact]
    public void Search_NeedNamed_PutsRowsOfTheNeedFirst()
    {
        foreach (var code in Codes)
            foreach (var need in OurSeeds.Edition.ListOf(code)!.Items.Select(item => item.Needs[0]).Distinct())
            {
                var best = Index.Search(new SearchQuery { Jurisdiction = code, Needs = [new WantedNeed(need, 14, true)] })[0];
                Assert.Contains(need, best.Item.Needs);
            }
    }

    [Fact]
    public void Search_NeedHintedAt_NeverOpensRestrictedRow()
    {
        foreach (var need in OurSeeds.Edition.Needs)
            foreach (var match in Index.Search(new SearchQuery { Jurisdiction = Qingdao, Needs = [new WantedNeed(need.Id, 4, false)] }))
                Assert.NotEqual(Fit.OnlyWhenNamed, match.Fit);
    }

    [Fact]
    public void Search_CircumstanceHeld_BringsUpRestrictedRows()
    {
        var found = Index.Search(new SearchQuery { Jurisdiction = Qingdao, Circumstances = ["orphan"] });
        Assert.All(found, match => Assert.Contains("orphan", match.Item.Eligibility.Circumstances));
        Assert.NotEmpty(found);
    }

    [Fact]
    public void Search_ChildOutOfRange_HalvesNamedRow()
    {
        var query = new SearchQuery { Jurisdiction = Qingdao, Needs = [new WantedNeed("vaccination", 14, true)] };
        var open = Index.Search(query)[0];
        var late = Index.Search(query with { Seekers = [new Seeker(new AgeRange(120, 131), [Stage.Compulsory])] }).First(match => match.Item.Id == open.Item.Id);
        Assert.Equal(Fit.OnlyWhenNamed, late.Fit);
        Assert.Equal(open.Score / 2, late.Score, 6);
    }

    [Fact]
    public void Search_CountyOutsideRowsCounties_LeavesRowOut()
    {
        var item = OurSeeds.Item("211300-11");
        Assert.NotEmpty(item.Eligibility.Counties);
        var query = new SearchQuery { Jurisdiction = item.Id.Jurisdiction, Needs = [new WantedNeed(item.Needs[0], 14, true)] };
        var outside = OurSeeds.Edition.Places.First(place => place.Code.Prefecture == item.Id.Jurisdiction
            && place.Code != item.Id.Jurisdiction && !item.Eligibility.Counties.Contains(place.Code));
        Assert.Contains(Index.Search(query with { County = item.Eligibility.Counties[0] }), match => match.Item.Id == item.Id);
        Assert.DoesNotContain(Index.Search(query with { County = outside.Code }), match => match.Item.Id == item.Id);
    }

    [Fact]
    public void SearchPassages_NeedOfPlan_FindsItsPassageFirst()
    {
        var heze = OurSeeds.Edition.Lists.First(list => list.Passages.Count > 10);
        foreach (var need in heze.Passages.SelectMany(passage => passage.Needs).Distinct())
            Assert.Contains(need, Index.SearchPassages(new SearchQuery { Jurisdiction = heze.Code, Needs = [new WantedNeed(need, 14, true)] })[0].Passage.Needs);
    }

    [Theory]
    [InlineData("migrant-child-definition", true)]
    [InlineData("vaccination", false)]
    public void IsOfPassagesOnly_Need_TellsPlanFromLists(string need, bool expected) => Assert.Equal(expected, OurSeeds.Edition.IsOfPassagesOnly(need));

    private static NaiveRanking Rows(CareList list) => new(list.Items.Select(item => (IReadOnlyList<(string, double)>)
    [
        (item.Service, 2.5), (item.Audience, 1.0), (item.ContentReading, 1.2), (string.Join(' ', item.Departments), 0.8),
        (string.Join('\n', item.Guidance.Select(guidance => guidance.Text)), 0.4),
    ]));

    private static NaiveRanking Passages(CareList list) =>
        new(list.Passages.Select(passage => (IReadOnlyList<(string, double)>)[(passage.Section, 2.5), (passage.Text, 1.2)]));

    // Stretches of the lists themselves, so that words are shared.
    private static Gen<string> Queries()
    {
        var texts = OurSeeds.Edition.Lists.SelectMany(list => list.Items).Select(item => item.ContentReading + item.Service).ToArray();
        return from pieces in Gen.Choose(1, 3)
               from parts in Gen.ArrayOf(from text in Gen.Elements(texts) from start in Gen.Choose(0, text.Length - 1) from length in Gen.Choose(1, 12) select text.Substring(start, Math.Min(length, text.Length - start)), pieces)
               select string.Join('，', parts);
    }

    private static Gen<SearchQuery> Searches()
    {
        var needs = OurSeeds.Edition.Needs.Select(need => need.Id).ToArray();
        var circumstances = OurSeeds.Edition.Circumstances.Select(circumstance => circumstance.Id).ToArray();
        var seekers = from low in Gen.Choose(0, 220)
                      from span in Gen.Choose(0, 30)
                      from stages in Gen.ArrayOf(Gen.Elements(Enum.GetValues<Stage>()), 1)
                      from known in Gen.Elements(true, false)
                      select new Seeker(known ? new AgeRange(low, low + span) : null, stages);
        return from code in Gen.Elements(Codes)
               from text in Queries()
               from wanted in Gen.ArrayOf(from id in Gen.Elements(needs) from weight in Gen.Choose(3, 18) from named in Gen.Elements(true, false) select new WantedNeed(id, weight, named), 2)
               from children in Gen.ArrayOf(seekers, 1)
               from held in Gen.SubListOf(circumstances)
               select new SearchQuery
               {
                   Jurisdiction = code, Text = Fold(text), Needs = [.. wanted.DistinctBy(need => need.Id)], Seekers = children,
                   Circumstances = [.. held.Take(2)], Denied = [.. held.Skip(2).Take(1)],
               };
    }

    private static FoldedText Fold(string text) => FoldedText.Of(text, OurSeeds.Characters);
}
