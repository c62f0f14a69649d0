using CareCatalog.Dialogs.Recognition;
using CareCatalog.Search;

namespace CareCatalog.Dialogs.Deciding;

/// <summary>
/// Hop 3: danger first; then command, row, body or field, comparison, follow-up, need, family; else decline. The order of
/// <see cref="Decide"/> is the policy.
/// </summary>
internal sealed class Policy
{
    // Below what a circumstance weighs, so that its rows come first.
    private const double OldTopic = 4;
    private const int FewCharacters = 14;
    private const int ShortTalk = 8;
    private const int AboutLine = 6;
    private const int LongestQuestion = 32;
    private const int LongestQuestionWords = 18;

    // "row 7" is said in few words; in a story "no one" is no row.
    private const int LongestOfRow = 12;

    /// <summary>Decides what is to be done with a message.</summary>
    public static Move Decide(Understanding said, Profile profile, Conversation before, CatalogEdition edition)
    {
        var inquiry = InquiryOf(said, profile, before, edition);
        if (said.Dangers.Count > 0) return new Warn(said.Dangers, said.Needs.IsNamed ? inquiry : null);
        return Line(said, edition)
            ?? Command(said, before)
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
            ?? SmallTalk(said)
            ?? FollowUp.Unnamed(said, before, inquiry);
    }

    // "12356是什么": a public line, and hardly a word beside it.
    private static TellLine? Line(Understanding said, CatalogEdition edition)
    {
        if (said.TellsOfFamily || IsNational(said) || said.Text.HanCount > AboutLine || said.Text.Words.Count > AboutLine) return null;
        var line = edition.Hotlines.FirstOrDefault(line => said.Text.Words.Any(word => word.IsNumber && said.Text.Text.AsSpan(word.Start).StartsWith(line.Number, StringComparison.Ordinal)));
        return line is null ? null : new TellLine(line);
    }

    private static Inquiry InquiryOf(Understanding said, Profile profile, Conversation before, CatalogEdition edition)
    {
        // A mere hint at what only the plans speak of is noise.
        IReadOnlyList<WantedNeed> needs = [.. said.NeedsAfter(before).Where(need => need.IsNamed || !edition.IsOfPassagesOnly(need.Id))];
        var stated = said.Circumstances.Any(circumstance => !circumstance.IsDenied);
        var ofCircumstance = stated && needs.All(need => !need.IsNamed);
        if (needs.Count == 0 || ofCircumstance && before.Topic.Count > 0)
            needs = [.. before.Topic.Where(need => !said.Needs.Denied.Contains(need.Id))
                .Select(need => stated ? new WantedNeed(need.Id, Math.Min(OldTopic, need.Weight), false) : new WantedNeed(need.Id, need.Weight, need.IsNamed))];
        var national = IsNational(said);
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
            MayQuote = MayQuote(said),
            IsForLater = said.Cues.Contains("later"),
            IsRefused = said.Cues.Contains("refused"),
        };
    }

    // A family tells its story in words that may stand somewhere as well.
    private static bool MayQuote(Understanding said) => said.Children.Count + said.Circumstances.Count == 0
        && (said.Cues.Contains("quote") || said.Cues.Contains("plan-doc") || said.Cues.Contains("national-doc") || said.Cues.Contains("duty")
            || AspectOf(said) is Aspect.Source or Aspect.Department || said.IsTerse || !said.Needs.IsNamed);

    // 国家 in passing, in a family's story, does not ask for the national list; naming that list or a ministry does.
    public static bool IsNational(Understanding said) =>
        said.Cues.Contains("national-doc") || (said.Has("national") && said.Children.Count == 0);

    private static HashSet<string> Implied(IEnumerable<string> held, CatalogEdition edition)
    {
        var all = held.ToHashSet();
        foreach (var id in all.ToArray())
            all.UnionWith(edition.Circumstances.FirstOrDefault(circumstance => circumstance.Id == id)?.Implies ?? []);
        return all;
    }

    private static Say? Command(Understanding said, Conversation before)
    {
        if (said.Has("delete-data")) return new Say(Speech.Deleted);
        if (said.Has("remembered")) return new Say(before.Profile.Children.Count == 0 ? Speech.NothingRemembered : Speech.Privacy);
        if (said.Needs.IsNamed) return null;
        if (said.Has("coverage")) return new Say(Speech.Coverage);
        if (before.InDanger && said.Has("incident-closed") && AspectOf(said) == Aspect.Service) return new Say(Speech.Relieved);
        if (said.Has("reset")) return new Say(Speech.Reset);
        if (said.Has("privacy") && !IsOfDocuments(said)) return new Say(Speech.Privacy);
        if (said.Has("capabilities")) return new Say(Speech.Greeting);
        if (said.Has("who-are-you")) return new Say(Speech.WhoIAm);
        return said.Has("handoff") ? new Say(Speech.Handoff) : null;
    }

    private static Move? Reference(Understanding said, Profile profile, Conversation before) => said.Reference switch
    {
        IdReference id => new Show([id.Id], Aspect.Detail),
        ShownReference shown when before.Shown.Count + before.ShownPassages.Count > 0 => FollowUp.ShownAt(before, shown.Position, AspectOf(said)),
        NumberReference number when (profile.Residence is not null || IsNational(said)) && !(said.Needs.IsNamed && said.Text.Words.Count > LongestOfRow) =>
            new ShowRows(IsNational(said) ? JurisdictionCode.Nation : profile.Residence, number.Numbers, Aspect.Detail),
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
        if (asked && covered.Count == 1 && IsNational(said) && edition.Find(JurisdictionCode.Nation) is { } nation)
            return new Compare([covered[0], nation], inquiry);
        // "和长春比呢": the other side is the place talked about before.
        if (asked && covered.Count == 1 && said.Places.IsListing && before.Profile.Residence is { } earlier && earlier.Prefecture != covered[0].Code.Prefecture
            && edition.Find(earlier.Prefecture) is { } known)
            return new Compare([known, covered[0]], inquiry);
        return null;
    }

    // "全国那份清单怎么写的": the same need, in the national list.
    private static LookUp? NationalToo(Understanding said, Conversation before, Inquiry inquiry) =>
        IsNational(said) && !said.Needs.IsNamed && before.Topic.Count > 0 ? new LookUp(inquiry with { Text = null, Needs = [.. before.Topic.Select(need => new WantedNeed(need.Id, need.Weight, need.IsNamed))] }, Aspect.Service) : null;

    /// <summary>What about a row a message asks.</summary>
    public static Aspect AspectOf(Understanding said) =>
        said.Has("which-side") && (said.Places.Named.Count > 0 || said.Places.Home is not null) ? Aspect.Side
        : said.Has("source") ? Aspect.Source
        : said.Has("phone") ? Aspect.Phone
        : said.Has("materials") ? Aspect.Materials
        : said.Has("department") ? Aspect.Department
        : said.Has("when") ? Aspect.When
        : said.Has("cost") ? Aspect.Amount
        : said.Has("read-poorly") ? Aspect.Plain
        : said.Has("why") ? Aspect.Reason
        : said.Has("detail") ? Aspect.Detail
        : said.Has("how") ? Aspect.How
        : said.Has("eligible") ? Aspect.Eligible
        : Aspect.Service;

    // A topic of another world, or a neighbour of the lists, unless a need of the lists is named beside it.
    private static Decline? Outside(Understanding said, Conversation before) =>
        said.Needs.Outside is { } topic && (!said.Needs.IsNamed || said.Needs.IsForeign) ? new Decline(topic.StartsWith("near/", StringComparison.Ordinal))
        : said.Needs.IsForeign && said.HasMatter && !IsOfDocuments(said) && !said.IsShortWithin(before) && (said.Commands.Count == 0 || before.Shown.Count == 0 && AspectOf(said) != Aspect.Service) ? new Decline(true)
        : null;

    // Who asks what a document or an office says asks about the lists, however strange the words.
    private static bool IsOfDocuments(Understanding said) => said.Bodies.Count > 0 || said.Cues.Contains("national-doc") || said.Cues.Contains("plan-doc");

    private static AskPlace? Ambiguous(Understanding said, Inquiry inquiry) =>
        said.Places.Choices.Count > 1 && said.Places.Residence is null && !inquiry.IsNational && said.Places.IsChoiceCovered ? new AskPlace(said.Places.Choices, inquiry) : null;

    // Hints beside "what can we have" do not narrow it, and those in a farewell ask nothing.
    private static LookUp? Needs(Understanding said, Conversation before, Inquiry inquiry) =>
        inquiry.Needs.Count == 0 || said.NeedsAfter(before).Count == 0 || inquiry.IsOfCircumstance || IsOpener(said) || IsFarewell(said) ? null : new LookUp(inquiry, AspectOfQuestion(said)) { Else = TopicOnly(said, before, inquiry) };

    // In a story a word on money or time asks nothing, and who cannot read well has not been told anything yet.
    private static Aspect AspectOfQuestion(Understanding said)
    {
        var aspect = AspectOf(said);
        var isStory = said.Text.HanCount > LongestQuestion || said.Text.Words.Count > LongestQuestionWords;
        return aspect == Aspect.Plain || (isStory && aspect is Aspect.When or Aspect.Amount or Aspect.How or Aspect.Materials or Aspect.Eligible) ? Aspect.Service : aspect;
    }

    // What is told beside a hint that leads nowhere is about the old topic.
    private static LookUp? TopicOnly(Understanding said, Conversation before, Inquiry inquiry) => said.TellsOfFamily && !said.Needs.IsNamed && before.Topic.Count > 0
        ? new LookUp(inquiry with { Text = null, Needs = [.. before.Topic.Select(need => new WantedNeed(need.Id, need.Weight, need.IsNamed))] }, AspectOf(said)) : null;

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

    private static Say? SmallTalk(Understanding said) =>
        said.Has("goodbye") ? new Say(Speech.Goodbye)
        : said.Has("thanks") ? new Say(Speech.Thanks)
        : said.Has("greeting") ? new Say(Speech.Greeting)
        : said.Has("incident-closed") || said.Text.Text.Length <= ShortTalk && !said.HasMatter && (said.Has("acknowledge") || said.Has("yes") || said.Has("no")) ? new Say(Speech.Acknowledged)
        : said.Has("speak-chinese") || said.Has("speak-english") || said.Has("correction") ? new Say(Speech.Acknowledged)
        : said.Has("unknown") ? new Say(Speech.WhatINeed)
        : null;
}
