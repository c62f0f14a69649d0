using CareCatalog.Dialogs.Recognition;
using CareCatalog.Search;
using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Deciding;

/// <summary>What is to be looked up, for whom and where.</summary>
internal sealed record Inquiry
{
    // Below what a circumstance weighs, so that its rows come first.
    private const double OldTopic = 4;

    // A word that hints at so many needs ("aid") hints at none.
    private const int Anything = 6;

    /// <summary>Residence as precise as known; null when unknown.</summary>
    public JurisdictionCode? Residence { get; init; }

    /// <summary>Whether the national list is asked for, whatever the residence.</summary>
    public bool IsNational { get; init; }

    /// <summary>The needs; empty for an overview of what fits the family.</summary>
    public IReadOnlyList<WantedNeed> Needs { get; init; } = [];

    /// <summary>The words of the message; null to rank without them.</summary>
    public FoldedText? Text { get; init; }

    /// <summary>The children in question.</summary>
    public IReadOnlyList<Seeker> Seekers { get; init; } = [];

    /// <summary>The circumstances that hold, with all they imply.</summary>
    public IReadOnlyCollection<string> Circumstances { get; init; } = [];

    /// <summary>The circumstances denied.</summary>
    public IReadOnlyCollection<string> Denied { get; init; } = [];

    /// <summary>Whether the plan or notice is asked for rather than the list.</summary>
    public bool PrefersPassages { get; init; }

    /// <summary>Whether a meaning is asked for.</summary>
    public bool IsDefinition { get; init; }

    /// <summary>Whether it is asked which list says something, so that all are searched.</summary>
    public bool IsAnywhere { get; init; }

    /// <summary>Whether the message may quote a document: it has quotation marks, asks where something is written or who does it, or names nothing else.</summary>
    public bool MayQuote { get; init; }

    /// <summary>Whether a circumstance was stated and nothing named beside it, so that the rows for it come first.</summary>
    public bool IsOfCircumstance { get; init; }

    /// <summary>Whether the message told of the family, so that what fits it is an answer even when nothing was asked.</summary>
    public bool IsOfFamily { get; init; }

    /// <summary>Whether it is about a time to come, so that the stage of today does not correct what is asked.</summary>
    public bool IsForLater { get; init; }

    /// <summary>Whether the rung asked for has turned the child away already.</summary>
    public bool IsRefused { get; init; }

    /// <summary>Whether it was asked before and is now for another child, so that a row of another stage is no answer.</summary>
    public bool IsCarried { get; init; }

    /// <summary>Ids of the rows last shown: what is asked beside them is asked knowing them.</summary>
    public IReadOnlyList<string> Known { get; init; } = [];

    /// <summary>The query against one list.</summary>
    public SearchQuery In(JurisdictionCode list) => new()
    {
        Jurisdiction = list,
        Text = Text,
        Needs = Needs,
        Seekers = Seekers,
        Circumstances = Circumstances,
        Denied = Denied,
        IsForLater = IsForLater,
        County = Residence is { } place && place.Prefecture != place ? place : null,
    };

    /// <summary>What a message asks for, after what came before.</summary>
    public static Inquiry Of(Understanding said, Profile profile, Conversation before, CatalogEdition edition)
    {
        // A mere hint at what only the plans speak of is noise.
        IReadOnlyList<WantedNeed> needs = [.. said.NeedsAfter(before).Where(need => need.IsNamed || !edition.IsOfPassagesOnly(need.Id))];
        var stated = said.Circumstances.Any(circumstance => !circumstance.IsDenied);
        var ofCircumstance = stated && needs.All(need => !need.IsNamed);
        var carried = needs.Count == 0 || ofCircumstance && before.Topic.Count > 0;
        if (carried)
            needs = [.. before.Topic.Where(need => !said.Needs.Denied.Contains(need.Id))
                .Select(need => stated ? new WantedNeed(need.Id, Math.Min(OldTopic, need.Weight), false) : new WantedNeed(need.Id, need.Weight, need.IsNamed))];
        // Who says which kind is meant, or asks for aid of any kind, means what is talked about.
        else if (before.Shown.Count > 0 && needs.All(need => !need.IsNamed) && (said.Cues.Contains("clarifies") || said.IsTerse && needs.Count >= Anything && before.Topic.Any(need => need.IsNamed)))
            needs = [.. before.Topic.Select(need => new WantedNeed(need.Id, need.Weight, need.IsNamed)).UnionBy(needs, need => need.Id)];
        // With nothing talked of yet, the kind meant is what is asked: "上学的那种".
        else if (said.Cues.Contains("clarifies") && before.Turns > 0) needs = [.. needs.Select(need => need with { IsNamed = true })];
        var isOfOther = carried && said.Children.Count > 0 && !Stages(profile).SequenceEqual(Stages(before.Profile));
        if (isOfOther && needs.All(need => !need.IsNamed)) needs = [];
        var national = said.IsNational;
        return new Inquiry
        {
            Residence = said.Places.Choices.Count > 0 && said.Places.Residence is null ? null : profile.Residence,
            IsNational = national && said.Places.Residence is null,
            IsOfCircumstance = ofCircumstance,
            IsOfFamily = said.TellsOfFamily,
            Needs = [.. needs, .. Answers.Ladder.Companions(needs)],
            Text = said.Text,
            Seekers = [.. profile.InFocus.Where(child => child.Ages is not null || child.Stages.Count > 0).Select(child => new Seeker(child.Ages, child.Stages))],
            Circumstances = Implied(profile.Held, edition),
            Denied = [.. profile.NotHeld.Concat(said.Needs.Denied).Distinct()],
            PrefersPassages = said.Cues.Contains("plan-doc") || (before.Shown.Count == 0 && before.ShownPassages.Count > 0 && !said.TellsOfFamily && !said.Needs.IsNamed),
            IsDefinition = said.Cues.Contains("definition"),
            IsAnywhere = said.Cues.Contains("which-list"),
            MayQuote = IsOfText(said),
            IsForLater = said.Cues.Contains("later"),
            IsRefused = said.Cues.Contains("refused"),
            IsCarried = isOfOther && needs.Count > 0,
            Known = before.Shown,
        };
    }

    private static IEnumerable<(AgeRange?, string)> Stages(Profile profile) => profile.InFocus.Select(child => (child.Ages, string.Join(' ', child.Stages)));

    // A family tells its story in words that may stand somewhere as well.
    private static bool IsOfText(Understanding said) => said.Children.Count + said.Circumstances.Count == 0
        && (said.Cues.Contains("quote") || said.Cues.Contains("plan-doc") || said.Cues.Contains("national-doc") || said.Cues.Contains("duty")
            || said.Aspect is Aspect.Source or Aspect.Department || said.IsTerse || !said.Needs.IsNamed);

    private static HashSet<string> Implied(IEnumerable<string> held, CatalogEdition edition)
    {
        var all = held.ToHashSet();
        foreach (var id in all.ToArray())
            all.UnionWith(edition.Circumstances.FirstOrDefault(circumstance => circumstance.Id == id)?.Implies ?? []);
        return all;
    }
}
