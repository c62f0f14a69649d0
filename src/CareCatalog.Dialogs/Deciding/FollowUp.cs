using CareCatalog.Dialogs.Recognition;
using CareCatalog.Search;

namespace CareCatalog.Dialogs.Deciding;

/// <summary>What a later message means after what came before: a row shown, one of a list, one shown earlier, or what is left.</summary>
internal static class FollowUp
{
    private const int BareAge = 4;
    private const int ShortHan = 12;
    private const int ShortWords = 9;

    /// <summary>
    /// A message as it is meant after what came before: a correction speaks of the one child known, its last word counts; an age,
    /// given in the words of a class, asks for no such place; what is put right or doubted, or asked of the row in sight, is about
    /// what was talked of, whatever else its words resemble.
    /// </summary>
    public static Understanding InReply(Understanding said, Conversation before, CatalogEdition edition)
    {
        if (said.Cues.Contains("correction") && said.Children.Count > 1 && before.Profile.Children.Count == 1)
            said = said with { Children = [said.Children[^1] with { Label = ChildLabel.None }] };
        if (IsAboutTalk(said, before, edition)) return said with { Needs = NeedReading.None, Bodies = [] };
        if (IsOnlyTold(said, before)) said = said with { Needs = said.Needs with { Inferred = [] } };
        if (before.Topic.Count == 0 || said.Children.Count == 0 || said.Aspect != Aspect.Service) return said;
        var isAge = said.Text.HanCount <= BareAge && said.Text.Words.Count <= BareAge && said.Text.Words.Any(word => word.IsNumber);
        return isAge || (before.Asked == "age" && said.IsTerse) ? said with { Needs = NeedReading.None } : said;
    }

    private static bool IsShort(Understanding said) => said.Text.HanCount <= ShortHan && said.Text.Words.Count <= ShortWords;

    // A circumstance told later and nothing asked: it is what the circumstance opens that is wanted, not what it reminds of.
    private static bool IsOnlyTold(Understanding said, Conversation before) =>
        before.Shown.Count > 0 && said.Circumstances.Any(circumstance => !circumstance.IsDenied) && !said.Needs.IsNamed && !said.Cues.Contains("asks") && said.Aspect == Aspect.Service;

    private static bool IsAboutTalk(Understanding said, Conversation before, CatalogEdition edition)
    {
        if (said.Needs.Outside is not null || before.Shown.Count == 0) return false;
        if (said.Cues.Contains("this-row") && said.Aspect != Aspect.Service && IsShort(said))
            return said.Needs.Needs.All(need => !need.IsNamed || edition.IsOfPassagesOnly(need.Id));
        // "除了生活费还有别的吗": what is named is what is known already.
        if (said.Has("more") && said.Cues.Contains("except") && !said.TellsOfFamily) return true;
        if (said.Needs.IsNamed) return false;
        return said.Cues.Contains("doubt") || (said.Cues.Contains("correction") && said.TellsOfFamily && before.Topic.Count > 0) || IsOfBodiesShown(said, before, edition);
    }

    // "教育局和人社局先跑哪个": the bodies are those of the row in sight.
    private static bool IsOfBodiesShown(Understanding said, Conversation before, CatalogEdition edition) =>
        said.Bodies.Count == 1 && said.Cues.Contains("belongs") && !said.Cues.Contains("duty") || said.Bodies.Count > 1 && ItemId.TryParse(before.Shown[0], out var id) && edition.Find(id) is { } row
        && said.Bodies.All(body => edition.Departments.Any(entry => entry.Body == body && row.Departments.Contains(entry.Name)));

    /// <summary>One of the rows last listed, by its place; an end when there is none.</summary>
    public static Move ShownAt(Conversation before, int position, Aspect aspect)
    {
        var shown = before.Listed.Count > 0 ? before.Listed : before.Shown.Count > 0 ? before.Shown : before.ShownPassages;
        var all = shown.Concat(before.Unshown).ToList();
        var at = position == int.MaxValue ? shown.Count - 1 : position - 1;
        // "the second one" of rows that came one by one.
        if (at >= all.Count && all.Count == 1) all = [.. before.Earlier];
        return at < all.Count ? new Show([all[at]], aspect == Aspect.Service ? Aspect.Detail : aspect) : new Say(Speech.NothingMore);
    }

    /// <summary>What a message asks about the rows shown; null when it asks something else.</summary>
    public static Move? About(Understanding said, Conversation before, Inquiry inquiry, CatalogEdition edition)
    {
        if (said.Needs.IsNamed || said.Needs.Outside is not null || before.Shown.Count + before.ShownPassages.Count == 0) return null;
        // The same again in the language asked for.
        if (!said.TellsOfFamily && said.Aspect == Aspect.Service && (said.Has("speak-chinese") || said.Has("speak-english"))) return new Show([.. before.Shown.Concat(before.ShownPassages)], Aspect.Service);
        if (said.Has("more") && !said.TellsOfFamily)
            return before.Unshown.Count > 0 ? new Show([.. before.Unshown.Take(3)], Aspect.Service) : MoreOf(before, inquiry);
        // "两条有啥不一样": the rows in sight, or the two that came last.
        if (said.Has("compare") && said.IsTerse && !said.TellsOfFamily && before.Earlier.Count > 1)
            return new Show(before.Shown.Count > 1 ? before.Shown : [.. before.Earlier.TakeLast(2)], Aspect.Service);
        var aspect = said.Aspect;
        if (said.Has("back") && Recall.Find(said, before, edition) is { } recalled) return new Show([recalled], aspect == Aspect.Service ? Aspect.Detail : aspect);
        if (OfPlaceNamed(said, before) is { } one) return new Show([one], aspect == Aspect.Service ? Aspect.Detail : aspect);
        var elsewhere = said.Places.Residence is { } place && place.Code != before.Profile.Residence && place.Code != before.Profile.Residence?.Prefecture;
        var telling = aspect != Aspect.Side && elsewhere || said.Children.Any(child => child.IsPlaced) || said.IsNational;
        if (telling && !(aspect == Aspect.Service && said.Cues.Contains("about-shown") && said.Places.Home is not null)) return null;
        var aboutShown = aspect == Aspect.Service && said.Cues.Contains("about-shown");
        if (aboutShown) aspect = Aspect.Detail;
        // "学费要交吗": a hint that the row shown meets is about that row.
        if (aspect == Aspect.Service)
            return said.IsTerse && !said.TellsOfFamily && said.Needs.Needs.Count > 0 && before.Shown.Count > 0 && Meets(before, said.Needs.Needs, edition) ? new Show([before.Shown[0]], aspect) : null;
        // Hints at something else than what was shown are looked up: "回到生活费，依据哪条".
        if (!aboutShown && aspect != Aspect.Side && !said.IsTerse && said.Needs.Needs.Any(need => !edition.IsOfPassagesOnly(need.Id)) && !Meets(before, said.Needs.Needs, edition)) return null;
        // "生活费那条": one shown earlier, told by what it is for.
        if (aboutShown && said.Needs.Needs.Count > 0 && !Meets(before, said.Needs.Needs, edition) && Recall.Find(said, before, edition) is { } earlier)
            return new Show([earlier], aspect);
        if (Recall.Among(before.Shown, said, edition) is { } meant) return new Show([meant], aspect);
        return new Show([.. before.Shown.Concat(before.ShownPassages).Take(aspect == Aspect.Source ? 2 : 1)], aspect);
    }

    // Of rows of several places side by side, the one of the place a word about the row names: "朝阳那条限岁数不".
    private static string? OfPlaceNamed(Understanding said, Conversation before) =>
        said.Places.Residence is { } place && (said.Aspect != Aspect.Service || said.Cues.Contains("this-row"))
        && before.Shown.Select(id => id[..6]).Distinct().Count() > 1
            ? before.Shown.FirstOrDefault(id => id.StartsWith(place.Code.Prefecture.Value, StringComparison.Ordinal)) : null;

    private static bool Meets(Conversation before, IReadOnlyList<WantedNeed> needs, CatalogEdition edition) =>
        before.Shown.Take(1).Any(id => ItemId.TryParse(id, out var item) && edition.Find(item) is { } row && needs.Any(need => row.Needs.Contains(need.Id)))
        || before.Shown.Count == 0;

    private static Move MoreOf(Conversation before, Inquiry inquiry) =>
        before.Topic.Count > 0 ? new LookUp(inquiry with { Needs = [], Text = null }, Aspect.Service) { Except = before.Earlier } : new Say(Speech.NothingMore);

    /// <summary>What names nothing is about what was shown when it is short; else its own words have to say what it is about.</summary>
    public static Move Unnamed(Understanding said, Conversation before, Inquiry inquiry) =>
        before.Shown.Count + before.ShownPassages.Count > 0 && said.IsTerse && !(said.Needs.IsForeign && said.HasMatter)
            ? new Show([before.Shown.Concat(before.ShownPassages).First()], said.Aspect)
            : new LookUp(inquiry with { Needs = [], Seekers = [], Circumstances = [] }, Aspect.Service);
}
