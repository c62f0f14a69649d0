namespace CareCatalog.Search;

/// <summary>The score of one row for one query: needs asked for, words shared, eligibility.</summary>
internal readonly struct RowScore
{
    // A need named outright outweighs any likeness of words; words rank within a need and catch what no need names.
    private const double FurtherNeed = 0.35;
    // A hint (补助, school) beside a circumstance the row is for is as good as a name, unless something else is asked by its name.
    private const double HintOfTheirs = 3.5;
    private const double HintBesideName = 2.6;
    private const double Asked = 14;
    private const double LaterInRow = 0.05;
    private const double TextShare = 0.5;
    private const double TextFloor = 1.5;
    private const double TextCap = 9;
    private const double CircumstanceBonus = 6;
    private const double NamedCircumstanceBonus = 5;
    private const double StageBonus = 3.5;
    private const double AgeBonus = 3;
    private const double OutOfRange = 0.5;
    private const double NotTheirs = 0.9;

    private readonly ServiceItem item;
    private readonly IReadOnlyList<WantedNeed> needs;
    private readonly double needScore;
    private readonly double textScore;
    private readonly double fitScore;
    private readonly Fit fit;
    private readonly bool isForLater;

    public RowScore(ServiceItem item, SearchQuery query, double text)
    {
        this.item = item;
        needs = NeedsMet(item.Needs, query.Needs, out needScore, Gate.IsFor(item.Eligibility, query.Circumstances) ? IsSomethingAsked(query.Needs) ? HintBesideName : HintOfTheirs : 1);
        textScore = TextScore(text);
        fit = Gate.Judge(item.Eligibility, query);
        isForLater = query.IsForLater;
        fitScore = FitScore(item.Eligibility, query, needs.Any(need => need.IsNamed));
    }

    private static bool IsSomethingAsked(IReadOnlyList<WantedNeed> needs)
    {
        for (var i = 0; i < needs.Count; i++)
            if (needs[i] is { IsNamed: true, IsInferred: false, Weight: >= Asked }) return true;
        return false;
    }

    public bool IsShown => fit != Fit.Excluded && Total > 0
        && (fit != Fit.OnlyWhenNamed || IsOpened);

    // A row for a circumstance that nobody stated is opened by its name alone, not by likeness.
    private bool IsOpened
    {
        get
        {
            for (var i = 0; i < needs.Count; i++)
                if (needs[i].IsNamed && !(needs[i].IsInferred && item.Eligibility.Circumstances.Count > 0)) return true;
            return false;
        }
    }

    private double Total => (needScore + textScore + fitScore) * (IsOutOfRange ? OutOfRange : fit == Fit.OnlyWhenNamed ? NotTheirs : 1);

    // Named, but not at the child's age: behind what fits now. A circumstance that naming implies costs nothing.
    private bool IsOutOfRange => fit == Fit.OnlyWhenNamed && !isForLater && item.Eligibility.Circumstances.Count == 0;

    public Match ToMatch() => new(item, Total, fit, needs, textScore);

    /// <summary>The share of likeness of words: what any two sentences share is taken off.</summary>
    public static double TextScore(double text) => Math.Clamp((TextShare * text) - TextFloor, 0, TextCap);

    private static double FitScore(Eligibility eligibility, SearchQuery query, bool isNamed)
    {
        var circumstance = Gate.IsFor(eligibility, query.Circumstances) ? (isNamed ? NamedCircumstanceBonus : CircumstanceBonus) : 0;
        var age = query.Seekers.Count == 0 || Gate.JudgeAge(eligibility, query.Seekers) != Fit.Fits ? 0
            : eligibility.Stages.Count > 0 ? StageBonus : AgeBonus;
        return circumstance + age;
    }

    /// <summary>The needs asked for that a row or passage meets, and their score.</summary>
    public static IReadOnlyList<WantedNeed> NeedsMet(IReadOnlyList<string> offered, IReadOnlyList<WantedNeed> wanted, out double score, double hintFactor = 1)
    {
        score = 0;
        var count = 0;
        // By number: this runs for every row, and an enumerator each would be half of what a question allocates.
        for (var i = 0; i < wanted.Count; i++)
            if (IndexOf(offered, wanted[i].Id) >= 0) count++;
        if (count == 0) return [];
        // Most rows meet one need: an array of just that size is a third of a list.
        var met = new WantedNeed[count];
        var best = 0.0;
        count = 0;
        for (var i = 0; i < wanted.Count; i++)
        {
            var need = wanted[i];
            var at = IndexOf(offered, need.Id);
            if (at < 0) continue;
            met[count++] = need;
            var value = need.Weight * (need.IsNamed ? 1 : hintFactor) * (1 - (LaterInRow * at));
            best = Math.Max(best, value);
            score += value;
        }
        score = best + (FurtherNeed * (score - best));
        return met;
    }

    private static int IndexOf(IReadOnlyList<string> ids, string id)
    {
        for (var i = 0; i < ids.Count; i++)
            if (ids[i] == id) return i;
        return -1;
    }

    public Explanation Explain() => new(
        $"{item.Id} {item.Service}: {(IsShown ? fit.ToString() : $"{fit}, not shown")}", Total,
        [
            new Explanation("needs: best + 0.35 × others", needScore,
                [.. needs.Select(need => new Explanation($"{need.Id}{(need.IsNamed ? ", named" : "")}", need.Weight))]),
            new Explanation("words: BM25F × 0.5 − 1.5, 0 to 9", textScore),
            new Explanation($"eligibility: {fit}", fitScore),
            .. IsOutOfRange ? [new Explanation("named, but out of age or stage: factor", OutOfRange)]
                : fit == Fit.OnlyWhenNamed ? [new Explanation("named, but restricted to what nobody mentioned: factor", NotTheirs)]
                : Array.Empty<Explanation>(),
        ]);
}
