using CareCatalog.Dialogs.Recognition;
using CareCatalog.Search;

namespace CareCatalog.Dialogs.Deciding;

/// <summary>
/// Hop 3: danger first; then command, row, body or field, comparison, follow-up, need, family; else decline. The order of
/// <see cref="Decide"/> is the policy.
/// </summary>
internal sealed class Policy
{
    private const int FewCharacters = 14;
    private const int LongestQuestion = 32;
    private const int LongestQuestionWords = 18;

    // "row 7" is said in few words; in a story "no one" is no row.
    private const int LongestOfRow = 12;

    /// <summary>Decides what is to be done with a message.</summary>
    public static Move Decide(Understanding said, Profile profile, Conversation before, CatalogEdition edition)
    {
        var inquiry = Inquiry.Of(said, profile, before, edition);
        if (said.Dangers.Count > 0) return new Warn(said.Dangers, said.Needs.IsNamed ? inquiry : null);
        return Talk.Line(said, edition)
            ?? Talk.Command(said, before)
            ?? Reference(said, profile, before)
            ?? Lookup(said, profile, inquiry)
            ?? Named(said, profile, inquiry, edition)
            ?? Comparison(said, before, inquiry, edition)
            ?? FollowUp.About(said, before, inquiry, edition)
            ?? NationalToo(said, before, inquiry)
            ?? Outside(said, before)
            ?? Ambiguous(said, inquiry)
            ?? Needs(said, before, inquiry)
            ?? Family(said, before, inquiry)
            ?? Talk.Small(said)
            ?? FollowUp.Unnamed(said, before, inquiry);
    }

    private static Move? Reference(Understanding said, Profile profile, Conversation before) => said.Reference switch
    {
        IdReference id => new Show([id.Id], Aspect.Detail),
        ShownReference shown when before.Shown.Count + before.ShownPassages.Count > 0 => FollowUp.ShownAt(before, shown.Position, said.Aspect),
        NumberReference number when (profile.Residence is not null || said.IsNational) && !(said.Needs.IsNamed && said.Text.Words.Count > LongestOfRow) =>
            new ShowRows(said.IsNational ? JurisdictionCode.Nation : profile.Residence, number.Numbers, Aspect.Detail),
        _ => null,
    };

    // "卫健委名下的都拉出来", "病有所医有哪些": a body or a field and nothing more particular.
    private static ListRows? Lookup(Understanding said, Profile profile, Inquiry inquiry)
    {
        var place = inquiry.IsNational ? JurisdictionCode.Nation : profile.Residence;
        if (said.Domain is { } domain) return new ListRows(place, [], domain);
        if (said.Bodies.Count == 0 || said.Needs.IsNamed) return null;
        var asksForDuty = said.Cues.Contains("duty") || said.Has("list-all");
        var onlyNamed = said.Bodies.Count == 1 && said.Text.Text.Length <= FewCharacters && said.Needs.Needs.Count == 0 && said.Children.Count == 0;
        return asksForDuty || onlyNamed ? new ListRows(place, said.Bodies, null) { PrefersPassages = inquiry.PrefersPassages } : null;
    }

    // "长春城市融入服务": the list's own name of a service and nothing else. Several rows may bear it.
    private static ListRows? Named(Understanding said, Profile profile, Inquiry inquiry, CatalogEdition edition)
    {
        var place = inquiry.IsNational ? JurisdictionCode.Nation : profile.Residence;
        var list = edition.ListOf(Answers.Finder.ListFor(inquiry, edition));
        var row = said.Rest.Length == 0 ? null : list?.Items.FirstOrDefault(item => Bears(item.Service, said.Rest));
        return row is null ? null : new ListRows(place, [], null, row.Service);
    }

    // Whether a service is called so, signs aside.
    private static bool Bears(string service, string name)
    {
        var at = 0;
        foreach (var c in service)
        {
            if (!char.IsLetterOrDigit(c)) continue;
            if (at == name.Length || name[at] != c) return false;
            at++;
        }
        return at == name.Length;
    }

    private static Compare? Comparison(Understanding said, Conversation before, Inquiry inquiry, CatalogEdition edition)
    {
        var covered = said.Places.Named.Where(place => edition.ListOf(place.Code.Prefecture) is not null)
            .DistinctBy(place => place.Code.Prefecture).ToList();
        var asked = said.Has("compare");
        if (covered.Count >= 2 && (asked || said.Places.IsListing)) return new Compare(covered, inquiry);
        if (asked && covered.Count == 1 && said.IsNational && edition.Find(JurisdictionCode.Nation) is { } nation)
            return new Compare([covered[0], nation], inquiry);
        // "和长春比呢": the other side is the place talked about before.
        if (asked && covered.Count == 1 && said.Places.IsListing && before.Profile.Residence is { } earlier && earlier.Prefecture != covered[0].Code.Prefecture
            && edition.Find(earlier.Prefecture) is { } known)
            return new Compare([known, covered[0]], inquiry);
        return null;
    }

    // "全国那份清单怎么写的": the same need, in the national list.
    private static LookUp? NationalToo(Understanding said, Conversation before, Inquiry inquiry) =>
        said.IsNational && !said.Needs.IsNamed && before.Topic.Count > 0 ? new LookUp(inquiry with { Text = null, Needs = [.. before.Topic.Select(need => new WantedNeed(need.Id, need.Weight, need.IsNamed))] }, Aspect.Service) : null;

    // A topic of another world, or a neighbour of the lists, unless a need of the lists is named beside it.
    private static Decline? Outside(Understanding said, Conversation before) =>
        said.Needs.Outside is { } topic && (!said.Needs.IsNamed || said.Needs.IsForeign) ? new Decline(topic.StartsWith("near/", StringComparison.Ordinal))
        : said.Needs.IsForeign && said.HasMatter && !said.IsOfDocuments && !said.IsShortWithin(before) && (said.Commands.Count == 0 || before.Shown.Count == 0 && said.Aspect != Aspect.Service) ? new Decline(true)
        : null;

    private static AskPlace? Ambiguous(Understanding said, Inquiry inquiry) =>
        said.Places.Choices.Count > 1 && said.Places.Residence is null && !inquiry.IsNational && said.Places.IsChoiceCovered ? new AskPlace(said.Places.Choices, inquiry) : null;

    // Hints beside "what can we have" do not narrow it, and those in a farewell ask nothing.
    private static LookUp? Needs(Understanding said, Conversation before, Inquiry inquiry) =>
        inquiry.Needs.Count == 0 || said.NeedsAfter(before).Count == 0 || inquiry.IsOfCircumstance || IsOpener(said) || IsFarewell(said) ? null : new LookUp(inquiry, AspectOfQuestion(said)) { Else = TopicOnly(said, before, inquiry) };

    // In a story a word on money or time asks nothing, and who cannot read well has not been told anything yet.
    private static Aspect AspectOfQuestion(Understanding said)
    {
        var aspect = said.Aspect;
        var isStory = said.Text.HanCount > LongestQuestion || said.Text.Words.Count > LongestQuestionWords;
        return aspect == Aspect.Plain || (isStory && aspect is Aspect.When or Aspect.Amount or Aspect.How or Aspect.Materials or Aspect.Eligible) ? Aspect.Service : aspect;
    }

    // What is told beside a hint that leads nowhere is about the old topic.
    private static LookUp? TopicOnly(Understanding said, Conversation before, Inquiry inquiry) => !said.Needs.IsNamed && before.Topic.Count > 0
        ? new LookUp(inquiry with { Text = null, Needs = [.. before.Topic.Select(need => new WantedNeed(need.Id, need.Weight, need.IsNamed))] }, said.Aspect) : null;

    private static bool IsFarewell(Understanding said) => (said.Has("thanks") || said.Has("goodbye")) && !said.Needs.IsNamed && !said.TellsOfFamily;

    // "刚来这边，不知道能办啥": what can be had is asked, the rest is the story.
    private static bool IsOpener(Understanding said) => said.Has("overview") && !said.Needs.IsAsked;

    // Nothing asked, but something told: the old topic for the new place or child, or an overview.
    private static Move? Family(Understanding said, Conversation before, Inquiry inquiry)
    {
        if (said.Has("overview") && said.TellsOfFamily) return Overview(inquiry);
        if (said.TellsOfFamily)
            return new LookUp(inquiry with { Text = before.Topic.Count > 0 ? null : inquiry.Text }, Aspect.Service);
        if (said.Has("unknown") && before.Asked is not null && inquiry.Needs.Count > 0) return new LookUp(inquiry, Aspect.Service);
        return said.Has("overview") ? Overview(inquiry) : null;
    }

    private static Move Overview(Inquiry inquiry) =>
        inquiry.Residence is null && inquiry.Seekers.Count == 0 ? new Say(Speech.WhatINeed) : new LookUp(inquiry with { Needs = [], Text = null }, Aspect.Service);
}
