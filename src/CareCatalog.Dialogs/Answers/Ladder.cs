using CareCatalog.Dialogs.Deciding;
using CareCatalog.Search;

namespace CareCatalog.Dialogs.Answers;

/// <summary>
/// The ladder of childcare, kindergarten and school, and of child health and general health: when a rung is asked for that a
/// child is not on, the rung it is on is shown as well; and of several children each gets the row of its own stage.
/// </summary>
internal static class Ladder
{
    private const string Childcare = "childcare";
    private static readonly string[] Rungs = [Childcare, "kindergarten-place", "kindergarten-aid", "school-place"];
    private const string ChildHealth = "child-health";
    private const string AnyHealth = "basic-medical";

    /// <summary>The rows chosen, with those the ladder adds.</summary>
    public static List<Match> Correct(List<Match> chosen, IReadOnlyList<Match> ranked, Inquiry inquiry)
    {
        if (inquiry.Seekers.Count == 0 || !chosen.Exists(IsOfStage)) return chosen;
        if (inquiry.Seekers.Count > 1) return [.. chosen, .. ForEachChild(chosen, ranked, inquiry)];
        if (chosen[0].Fit == Fit.OnlyWhenNamed && chosen[0].Needs[0].Id == ChildHealth)
            return ranked.FirstOrDefault(match => match.Item.Needs.Contains(AnyHealth)) is { } health ? [health, .. chosen.Where(match => match != health)] : chosen;
        if (inquiry.IsCarried && chosen[0].Fit == Fit.OnlyWhenNamed)
            return ranked.FirstOrDefault(match => match.Fit == Fit.Fits && IsOfStage(match) && (match.Item.Eligibility.Circumstances.Count == 0 || match.Item.Eligibility.CircumstancesForPartOnly)) is { } stage ? [stage] : chosen;
        if (!chosen[0].Needs.Any(need => need.IsNamed && Rungs.Contains(need.Id))) return chosen;
        var own = ranked.Where(match => match.Fit == Fit.Fits && match.Item.Needs.Any(Rungs.Contains) && match.Item.Eligibility.Circumstances.Count == 0 && !chosen.Contains(match))
            .MaxBy(match => match.Item.Eligibility.Stages.Count);
        if (own is null) return chosen;
        if (inquiry.IsForLater || inquiry.Known.Contains(own.Item.Id.ToString())) return [.. chosen, own];
        if (IsOutgrown(chosen[0], inquiry)) return [own, .. chosen];
        if (chosen[0].Fit != Fit.OnlyWhenNamed) return inquiry.Seekers[0].Stages.Count > 1 && own.Item.Eligibility.Stages.Count > 0 ? [.. chosen, own] : chosen;
        return IsAhead(chosen[0], inquiry) && !inquiry.IsRefused ? [.. chosen, own] : [own, .. chosen];
    }

    // School asked for a child still of kindergarten age is asked ahead of time; kindergarten for one under three, or for one of
    // school age, is a mistake that the right row corrects.
    private static bool IsAhead(Match asked, Inquiry inquiry) =>
        asked.Item.Eligibility.Stages.Contains(Stage.Compulsory) && inquiry.Seekers[0].Stages.Contains(Stage.Preschool);

    // The row of childcare may be that of every child's health as well: it fits one who is too old for childcare.
    private static bool IsOutgrown(Match asked, Inquiry inquiry) =>
        asked.Needs[0].Id == Childcare && inquiry.Seekers[0].Stages is { Count: > 0 } stages && !stages.Contains(Stage.Infancy);

    /// <summary>Hints that go with what is asked, so that the ladder finds its other rungs.</summary>
    public static IEnumerable<WantedNeed> Companions(IReadOnlyList<WantedNeed> needs) =>
        needs.Any(need => need.Id == ChildHealth && need.IsNamed) && !needs.Any(need => need.Id == AnyHealth) ? [new WantedNeed(AnyHealth, 1, false)] : [];

    private static IEnumerable<Match> ForEachChild(List<Match> chosen, IReadOnlyList<Match> ranked, Inquiry inquiry)
    {
        foreach (var seeker in inquiry.Seekers)
        {
            bool Suits(Match match) => Gate.JudgeAge(match.Item.Eligibility, [seeker]) == Fit.Fits;
            if (chosen.Exists(Suits)) continue;
            if (ranked.FirstOrDefault(match => IsOfStage(match) && Suits(match) && match.Item.Eligibility.Circumstances.Count == 0) is { } own) yield return own;
        }
    }

    private static bool IsOfStage(Match match) => match.Item.Eligibility.Stages.Count > 0 || match.Item.Eligibility.Ages is not null;
}
