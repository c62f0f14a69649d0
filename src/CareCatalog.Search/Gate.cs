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
        // By number here and below: this is asked of every row, and enumerators of interfaces are allocated.
        for (var i = 0; i < seekers.Count; i++)
        {
            var age = AgeOf(eligibility, seekers[i]);
            var stage = StageOf(eligibility, seekers[i]);
            if (age is null && stage is null) return Fit.Open;
            if (age != false && stage != false) return Fit.Fits;
        }
        return seekers.Count > 0 && !eligibility.AgesForPartOnly ? Fit.OnlyWhenNamed : Fit.Open;
    }

    /// <summary>Whether a row is for one of some circumstances.</summary>
    public static bool IsFor(Eligibility eligibility, IReadOnlyCollection<string> circumstances)
    {
        if (circumstances.Count == 0) return false;
        for (var i = 0; i < eligibility.Circumstances.Count; i++)
            if (circumstances.Contains(eligibility.Circumstances[i])) return true;
        return false;
    }

    private static bool? AgeOf(Eligibility eligibility, Seeker seeker) =>
        eligibility.Ages is { } ages && seeker.Ages is { } theirs ? ages.Overlaps(theirs) : null;

    private static bool? StageOf(Eligibility eligibility, Seeker seeker)
    {
        if (eligibility.Stages.Count == 0 || seeker.Stages.Count == 0) return null;
        for (var i = 0; i < seeker.Stages.Count; i++)
            if (eligibility.Stages.Contains(seeker.Stages[i])) return true;
        return false;
    }

    private static Fit JudgeCircumstance(Eligibility eligibility, SearchQuery query)
    {
        if (eligibility.Circumstances.Count == 0) return Fit.Open;
        if (IsFor(eligibility, query.Circumstances)) return Fit.Fits;
        return eligibility.CircumstancesForPartOnly ? Fit.Open : Fit.OnlyWhenNamed;
    }

    private static bool IsDenied(Eligibility eligibility, SearchQuery query) =>
        !eligibility.CircumstancesForPartOnly && IsFor(eligibility, query.Denied) && !IsFor(eligibility, query.Circumstances);

    private static bool InCounty(Eligibility eligibility, JurisdictionCode? county) =>
        eligibility.Counties.Count == 0 || county is not { } known || eligibility.Counties.Contains(known);
}
