using CareCatalog.Dialogs.Deciding;
using CareCatalog.Search;
using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Answers;

/// <summary>Hop 4: an inquiry to the rows and passages that answer it, chosen and cut.</summary>
internal sealed class Finder(CharacterTable characters)
{
    private const int MostRows = 5;
    private const int MostPassages = 2;
    private const double NextOfNeed = 0.85;
    private const double NextOfHint = 0.8;
    private const double NextOfText = 0.75;
    private const double LesserNeed = 0.6;
    private const double LeastOfBest = 0.4;
    private const double LeastText = 4.2;
    private const double LeastPassage = 4;
    private const double PassageLead = 2.5;

    // Rows every family may need, shown after what fits by age or circumstance.
    private static readonly WantedNeed[] ForEveryone = [new("family-doctor", 1.5, false), new("medical-insurance", 1.4, false)];

    /// <summary>What answers an inquiry; null when nothing does.</summary>
    public Found? Find(Inquiry inquiry, CatalogEdition edition)
    {
        var index = CatalogIndex.Of(edition, characters);
        var list = ListFor(inquiry, edition);
        if (inquiry is { IsAnywhere: true, Text: { } words }) return OfAnyList(inquiry, words, index, edition);
        if (inquiry is { MayQuote: true, Text: { } text } && Quoted(inquiry, text, index, list, edition) is { } quoted) return quoted;
        var ranked = index.Search(Query(inquiry, list));
        var rows = Rows(inquiry, ranked);
        if (Passages(inquiry, index, list, edition, ranked, rows) is { } cited) return cited;
        var remarks = new List<Remark>();
        if (!inquiry.IsNational && list == JurisdictionCode.Nation)
            remarks.Add(inquiry.Residence is { } place ? new Remark(Remark.Uncovered, edition.Find(place)) : new Remark(Remark.PlaceUnknown));
        if (list != JurisdictionCode.Nation && !inquiry.IsOfCircumstance && !IsOfStage(inquiry, rows)) rows = WithNation(inquiry, index, rows, remarks, edition);
        if (rows.Count == 0 && inquiry.IsDefinition) rows = Anywhere(inquiry, index, edition, remarks);
        if (rows.Count == 0) return null;
        var shown = rows.Take(MostRows).ToList();
        return new Found(shown, []) { Remarks = remarks, More = [.. rows.Skip(MostRows).Select(match => match.Item.Id)], Ask = AskAfter(inquiry, shown), IsOfStage = IsOfStage(inquiry, shown) };
    }

    // What was talked of does not suit the child: the ladder gave its own row.
    private static bool IsOfStage(Inquiry inquiry, List<Match> rows) => inquiry.IsCarried && rows is [{ Needs.Count: 0 }, ..];

    /// <summary>Whose list answers: the residence's, else the nation's.</summary>
    public static JurisdictionCode ListFor(Inquiry inquiry, CatalogEdition edition) =>
        inquiry.IsNational || inquiry.Residence is not { } place ? JurisdictionCode.Nation : ListOf(place, edition);

    /// <summary>The list of a place or of the prefecture it lies in, else the nation's.</summary>
    public static JurisdictionCode ListOf(JurisdictionCode place, CatalogEdition edition) =>
        (edition.ListOf(place) ?? edition.ListOf(place.Prefecture))?.Code ?? JurisdictionCode.Nation;

    // What is not asked is what every family may need.
    private static SearchQuery Query(Inquiry inquiry, JurisdictionCode list) =>
        (inquiry.IsOfCircumstance ? inquiry with { Needs = [.. inquiry.Needs, .. ForEveryone] } : inquiry.Needs.Count == 0 ? inquiry with { Needs = ForEveryone } : inquiry).In(list);

    private static List<Match> Rows(Inquiry inquiry, IReadOnlyList<Match> ranked)
    {
        if (inquiry.IsOfCircumstance) return Overview(ranked);
        if (inquiry.Needs.Count > 0) return ByNeed(ranked, inquiry);
        if (inquiry.Seekers.Count == 0 && inquiry.Circumstances.Count == 0 && inquiry.Text is not null
            && ByText(ranked) is var rows && (rows.Count > 0 || !inquiry.IsOfFamily)) return rows;
        return Overview(ranked);
    }

    // Each need named gets its best row; then rows near the best of the surest need.
    private static List<Match> ByNeed(IReadOnlyList<Match> ranked, Inquiry inquiry)
    {
        var needs = inquiry.Needs;
        var relevant = ranked.Where(match => match.Needs.Count > 0).ToList();
        if (relevant.Count == 0) return [];
        var named = needs.Where(need => need.IsNamed).ToList();
        // A mere hint answers a family that tells of itself, not any text in which such a word stands.
        if (named.Count == 0)
            return !inquiry.IsOfFamily && inquiry.Seekers.Count == 0 && inquiry.Circumstances.Count == 0 ? [] : [.. relevant.Where(match => match.Score >= NextOfHint * relevant[0].Score).Take(3)];
        var best = relevant[0];
        if (!best.IsNamed && best.Fit != Fit.Fits) return [];
        var chosen = new List<Match> { best };
        foreach (var need in named.Where(need => need.Weight >= LesserNeed * named[0].Weight))
            if (relevant.Find(match => match.Needs.Contains(need)) is { } row && row.Score >= LeastOfBest * best.Score && !chosen.Contains(row)) chosen.Add(row);
        chosen.AddRange(relevant.Where(match => !chosen.Contains(match) && IsMeant(match) && Structure(match) >= NextOfNeed * Structure(best)).Take(3));
        return Ladder.Correct([.. chosen.OrderByDescending(match => match.Score).Take(MostRows)], ranked, inquiry);
    }

    private static bool IsMeant(Match match) => match.IsNamed || (match.Fit == Fit.Fits && match.Item.Eligibility.Circumstances.Count > 0);

    // What need and eligibility give, likeness of words aside: rows of one need stand together.
    private static double Structure(Match match) => match.Score - match.TextScore;

    private static List<Match> ByText(IReadOnlyList<Match> ranked) =>
        ranked.Count == 0 || ranked.MaxBy(match => match.TextScore) is not { } best || best.TextScore < LeastText ? []
            : [.. ranked.Where(match => match.TextScore >= NextOfText * best.TextScore).OrderByDescending(match => match.TextScore).Take(2)];

    private static List<Match> Overview(IReadOnlyList<Match> ranked) => [.. ranked.Where(match => match.Fit == Fit.Fits || match.Needs.Count > 0)];

    // A need that the place's list has no row for is answered from the national list, and that is said.
    private static List<Match> WithNation(Inquiry inquiry, CatalogIndex index, List<Match> rows, List<Remark> remarks, CatalogEdition edition)
    {
        var named = inquiry.Needs.Where(need => need.IsNamed && need.Weight >= LesserNeed * inquiry.Needs[0].Weight).ToList();
        var open = named.Count > 0
            ? named.Where(need => !rows.Exists(match => match.Needs.Any(met => met.Id == need.Id))).ToList()
            : rows.Count == 0 ? inquiry.Needs : [];
        if (open.Count == 0 || (named.Count > 0 && rows.Exists(match => match.IsNamed && match.Fit != Fit.OnlyWhenNamed && match.Needs[0].Weight >= open[0].Weight))) return rows;
        var national = ByNeed(index.Search((inquiry with { Needs = open }).In(JurisdictionCode.Nation)), inquiry with { Needs = open });
        if (national.Count == 0) return rows;
        // A row that does not suit them is no gap of the list.
        var list = edition.ListOf(ListFor(inquiry, edition))!;
        if (!list.Items.Any(item => open.Any(need => item.Needs.Contains(need.Id)))) remarks.Add(new Remark(Remark.Lacking, edition.Find(list.Code)));
        // A row of the place for another stage does not stand before the nation's for theirs.
        var suited = national[0].Fit == Fit.Fits && rows.TrueForAll(match => match.Fit == Fit.OnlyWhenNamed);
        return suited ? [.. national.Take(2), .. rows] : [.. rows, .. national.Take(2)];
    }

    private static List<Match> Anywhere(Inquiry inquiry, CatalogIndex index, CatalogEdition edition, List<Remark> remarks)
    {
        var best = edition.Lists.SelectMany(list => index.Search((inquiry with { Residence = null }).In(list.Code)))
            .Where(match => match.IsNamed).OrderByDescending(match => match.Score).Take(1).ToList();
        if (best.Count > 0) remarks.Add(new Remark(Remark.OnlyHere, edition.Find(best[0].Item.Id.Jurisdiction)));
        return best;
    }

    // What is quoted of the list; of two passages that hold it the likelier first.
    private static Found? Quoted(Inquiry inquiry, FoldedText text, CatalogIndex index, JurisdictionCode list, CatalogEdition edition)
    {
        if (Quotation.Find(text, edition.ListOf(list)!) is not { } quoted) return null;
        if (quoted.Passages.Count < 2) return quoted;
        var ranked = index.SearchPassages(inquiry.In(list)).ToDictionary(match => match.Passage.Id, match => match.Score);
        return new Found([], [.. quoted.Passages.OrderByDescending(passage => ranked.GetValueOrDefault(passage.Id))]) { PassagesFirst = true };
    }

    // "哪份清单提过法庭开放日": what any list says, by its words or by the need.
    private static Found? OfAnyList(Inquiry inquiry, FoldedText text, CatalogIndex index, CatalogEdition edition)
    {
        foreach (var list in edition.Lists)
            if (Quotation.Find(text, list) is { } quoted) return quoted;
        var all = edition.Lists.SelectMany(list => index.Search((inquiry with { Residence = null }).In(list.Code)))
            .Where(match => match.IsNamed || match.TextScore >= LeastText).OrderByDescending(match => match.Score).Take(MostRows).ToList();
        return all.Count == 0 ? null : new Found([.. all.Where(match => match.Score >= NextOfNeed * all[0].Score)], []);
    }

    private static Found? Passages(
        Inquiry inquiry, CatalogIndex index, JurisdictionCode list, CatalogEdition edition, IReadOnlyList<Match> ranked, List<Match> rows)
    {
        var top = inquiry.Needs.FirstOrDefault(need => need.IsNamed);
        var only = top.Id is not null && edition.IsOfPassagesOnly(top.Id);
        if (!only && !inquiry.PrefersPassages && !ReadsLikePassage(inquiry, index, list, ranked)) return null;
        var found = Chosen(index.SearchPassages(inquiry.In(list)), only);
        if (only && rows.Count > 0 && rows[0].Score > top.Weight && !inquiry.PrefersPassages) return null;
        if (found.Count > 0) return new Found(only ? [] : [.. rows.Take(1)], found) { PassagesFirst = true };
        if (!only) return null;
        var elsewhere = Chosen([.. edition.Lists.SelectMany(other => index.SearchPassages(inquiry.In(other.Code))).OrderByDescending(match => match.Score)], true);
        return elsewhere.Count == 0 ? null : new Found([], elsewhere)
        {
            PassagesFirst = true,
            Remarks = [new Remark(Remark.OnlyHere, edition.Find(elsewhere[0].Id.Jurisdiction))],
        };
    }

    // The words are a passage's rather than any row's.
    private static bool ReadsLikePassage(Inquiry inquiry, CatalogIndex index, JurisdictionCode list, IReadOnlyList<Match> ranked)
    {
        if (inquiry.Text is null || inquiry.Seekers.Count > 0 || inquiry.Needs.Any(need => need.IsNamed)) return false;
        var passages = index.SearchPassages(inquiry.In(list));
        if (passages.Count == 0) return false;
        var passage = passages.Max(match => match.TextScore);
        return passage >= LeastPassage && passage > PassageLead + ranked.Select(match => match.TextScore).DefaultIfEmpty(0).Max();
    }

    private static List<Passage> Chosen(IReadOnlyList<PassageMatch> ranked, bool byNeed)
    {
        if (ranked.Count == 0 || ranked[0].Score < LeastPassage || (byNeed && !ranked.Any(match => match.Needs.Count > 0))) return [];
        return [.. ranked.Where(match => match.Score >= NextOfText * ranked[0].Score).Take(MostPassages).Select(match => match.Passage)];
    }

    private static Ask? AskAfter(Inquiry inquiry, List<Match> shown)
    {
        if (inquiry.Residence is null && !inquiry.IsNational) return Ask.Place;
        var needsAge = inquiry.Seekers.Count == 0 && !inquiry.Needs.Any(need => need.IsNamed)
            && shown.Exists(match => match.Item.Eligibility.Ages is not null || match.Item.Eligibility.Stages.Count > 0);
        return needsAge || (inquiry.Seekers.Count == 0 && inquiry.Needs.Count == 0) ? Ask.Age : null;
    }
}
