namespace CareCatalog.Search;

/// <summary>Judges the eligibility of a row. What is not known never excludes.</summary>
public static class Gate
{
    /// <summary>How a row stands to the people of a query.</summary>
    public static Fit Judge(Eligibility eligibility, SearchQuery query)
    {
        if (!InCounty(eligibility, query.County) || IsDenied(eligibility, query)) return Fit.Excluded;
        var circumstance = JudgeCircumstance(eligibility, query);
        var age = JudgeAge(eligibility, query.Seekers);
        if (circumstance == Fit.OnlyWhenNamed || age == Fit.OnlyWhenNamed) return Fit.OnlyWhenNamed;
        return circumstance == Fit.Fits || age == Fit.Fits ? Fit.Fits : Fit.Open;
    }

    /// <summary>Whether a row's ages and stages suit one of the children; open when either side is silent.</summary>
    public static Fit JudgeAge(Eligibility eligibility, IReadOnlyList<Seeker> seekers)
    {
        if (eligibility.Ages is null && eligibility.Stages.Count == 0) return Fit.Open;
        var known = false;
        foreach (var seeker in seekers)
        {
            var age = AgeOf(eligibility, seeker);
            var stage = StageOf(eligibility, seeker);
            if (age is null && stage is null) return Fit.Open;
            known = true;
            if (age != false && stage != false) return Fit.Fits;
        }
        return known && !eligibility.AgesForPartOnly ? Fit.OnlyWhenNamed : Fit.Open;
    }

    private static bool? AgeOf(Eligibility eligibility, Seeker seeker) =>
        eligibility.Ages is { } ages && seeker.Ages is { } theirs ? ages.Overlaps(theirs) : null;

    private static bool? StageOf(Eligibility eligibility, Seeker seeker) =>
        eligibility.Stages.Count > 0 && seeker.Stages.Count > 0 ? seeker.Stages.Any(eligibility.Stages.Contains) : null;

    private static Fit JudgeCircumstance(Eligibility eligibility, SearchQuery query)
    {
        if (eligibility.Circumstances.Count == 0) return Fit.Open;
        if (eligibility.Circumstances.Any(query.Circumstances.Contains)) return Fit.Fits;
        return eligibility.CircumstancesForPartOnly ? Fit.Open : Fit.OnlyWhenNamed;
    }

    private static bool IsDenied(Eligibility eligibility, SearchQuery query) =>
        eligibility.Circumstances.Count > 0 && !eligibility.CircumstancesForPartOnly
        && eligibility.Circumstances.Any(query.Denied.Contains) && !eligibility.Circumstances.Any(query.Circumstances.Contains);

    private static bool InCounty(Eligibility eligibility, JurisdictionCode? county) =>
        eligibility.Counties.Count == 0 || county is not { } known || eligibility.Counties.Contains(known);
}
