using CareCatalog.Dialogs.Answers;
using CareCatalog.Dialogs.Comparing;
using CareCatalog.Dialogs.Deciding;
using CareCatalog.Search;

namespace CareCatalog.Dialogs.Wording;

/// <summary>Puts an answer into words: the service first, why, whom to contact, where it is written, at most one question.</summary>
internal sealed class Writer(Locale locale, ComparisonWriter comparing)
{
    private const string PublicLine = "12345";

    private readonly Phrases phrases = locale.Phrases;
    private readonly RowWriter rows = new(locale);

    /// <summary>What a conversation opens with.</summary>
    public Reply Greeting => Talk("greeting");

    /// <summary>What is said in an outage; needs neither store nor catalogue.</summary>
    public Reply Unavailable => Plain("unavailable", phrases.Say("unavailable", ("hotline", PublicLine)), PublicLine, "110", "120");

    /// <summary>The reply an answer makes.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="profile">What is known of the family.</param>
    /// <param name="edition">Whose departments and numbers.</param>
    public Reply Write(Answer answer, Profile profile, CatalogEdition edition)
    {
        var reply = answer switch
        {
            Found found => Write(found, "answered", profile, edition),
            Defined defined => Write(defined.Found, "definition", profile, edition),
            NeedsDetail asks => Write(asks, profile, edition),
            Compared compared => Write(compared.Comparison, edition),
            NotFound { RowLimit: { } limit } => Plain("no_match", phrases.Say("not-found-row", ("limit", $"{limit}"))),
            NotFound => Plain("no_match", phrases.Say("not-found", ("hotline", PublicLine)), PublicLine),
            OutOfScope => Plain("out_of_scope", phrases["out-of-scope"]) with { Buttons = NeedButtons() },
            Danger danger => Write(danger, profile, edition),
            LineTold told => Plain("definition", LineOf(told.Line), told.Line.Number),
            SmallTalk { Key: "coverage" } => Plain("smalltalk", phrases.Say("coverage", ("places", string.Join(phrases["list-separator"], Covered(edition))))),
            SmallTalk { Key: "relieved" } => Plain("smalltalk", phrases["relieved"], "110", "12356"),
            SmallTalk talk => Talk(talk.Key),
            Reset => Plain("reset", phrases["reset"]) with { Buttons = NeedButtons() },
            PrivacyNotice notice => Plain("privacy", phrases[notice.Key]) with { ForgetsConversation = notice.Key == "privacy-deleted" },
            HandedOff => Plain("handoff", phrases.Say("handoff", ("hotline", PublicLine)), PublicLine, "12355"),
            _ => Unavailable,
        };
        return reply with { Jurisdiction = profile.Residence?.Value };
    }

    /// <summary>The reply, and that personal data is not needed: before all else, save where there is danger.</summary>
    public Reply Decline(Reply reply)
    {
        var said = new ReplyPart("remark", phrases["personal-data"]);
        IReadOnlyList<ReplyPart> parts = reply.Outcome == "crisis" ? [.. reply.Parts, said] : [said, .. reply.Parts];
        return reply with { Parts = parts, Text = string.Join('\n', parts.Select(part => part.Text)) };
    }

    private Reply Talk(string key) =>
        Plain("smalltalk", phrases.Say(key, ("hotline", PublicLine))) with { Buttons = key == "greeting" ? NeedButtons() : [] };

    private Reply Plain(string outcome, string text, params string[] hotlines) =>
        Parted(outcome, text.Length > 0 ? [new("say", text)] : []) with { Hotlines = hotlines };

    // The text is its parts, one under the other, so that a screen that sets them apart says the same.
    private Reply Parted(string outcome, IReadOnlyList<ReplyPart> parts) => new()
    {
        Outcome = outcome,
        Language = locale.Language == Language.English ? "en" : "zh",
        Text = string.Join('\n', parts.Select(part => part.Text)),
        Parts = parts,
    };

    private Reply Write(Found found, string outcome, Profile profile, CatalogEdition edition)
    {
        var shown = found.Rows.Select(match => rows.Show(match, profile, edition)).ToList();
        var lines = found.Remarks.Select(remark => new ReplyPart("remark", Said(remark, edition))).ToList();
        if (found.PassagesFirst) lines.AddRange(found.Passages.SelectMany(passage => rows.Passage(passage, found.Aspect)));
        for (var i = 0; i < found.Rows.Count; i++)
            lines.AddRange(found.IsComparison ? rows.Beside(found.Rows[i], shown[i], edition) : i == 0 && !found.PassagesFirst ? rows.First(found.Rows[i], shown[i], found.Aspect, edition) : rows.Also(found.Rows[i], shown[i], ElsewhereOf(found, i, edition)));
        if (!found.PassagesFirst) lines.AddRange(found.Passages.SelectMany(passage => rows.Passage(passage, found.Aspect)));
        if (found.More.Count > 0 && found.Aspect == Aspect.Service) lines.AddRange(rows.Further(found.More, edition));
        if (found.Ask is { } ask) lines.Add(new("question", Question(ask, edition)));
        return Parted(outcome, lines) with
        {
            Hotlines = lines.Exists(line => line.Text.Contains(PublicLine, StringComparison.Ordinal)) ? [PublicLine] : [],
            Matches = shown,
            More = [.. found.More.Select(id => id.ToString())],
            Passages = [.. found.Passages.Select(passage => passage.Id.ToString())],
            PassagesFirst = found.PassagesFirst,
            Asks = found.Ask?.What,
            Buttons = found.Ask is { } asked ? Buttons(asked, edition) : [phrases["button-detail"], .. found.More.Count > 0 ? [phrases["button-more"]] : Array.Empty<string>()],
        };
    }

    private string Said(Remark remark, CatalogEdition edition) => phrases.Say(
        remark.Key, ("place", Name(remark.Place)), ("title", remark.Row is { } row ? locale.Of(row).Title : ""),
        ("counties", string.Join(phrases["list-separator"], (remark.Row?.Eligibility.Counties ?? []).Select(edition.Find).OfType<Place>().Select(Name))));

    private static string ElsewhereOf(Found found, int index, CatalogEdition edition) =>
        found.Rows[index].Item.Id.Jurisdiction is { IsNation: false } place && place != found.Rows[0].Item.Id.Jurisdiction ? edition.ListOf(place)?.Name ?? "" : "";

    // What a list lacks or narrows; where all have all, whatever they have more.
    private Reply Write(Comparison comparison, CatalogEdition edition)
    {
        var less = comparison.Services.Where(service => service.Coverages.Any(coverage => coverage.Standing is Standing.Lacks or Standing.Narrower)).ToList();
        var told = less.Count > 0 ? less : comparison.Services.Where(service => service.Coverages.Any(coverage => coverage.Standing != Standing.Has)).ToList();
        return Parted("answered", [
            new("say", phrases.Say(less.Count > 0 ? "compare-less" : "compare-more", ("title", comparing.Title(comparison, edition)))),
            .. told.SelectMany(service => comparing.Lines(service, edition)).Select(line => new ReplyPart("say", line)),
            new("question", phrases["ask-compare"])]) with
        {
            Asks = Ask.Need.What,
            Buttons = NeedButtons(),
        };
    }

    private Reply Write(NeedsDetail asks, Profile profile, CatalogEdition edition)
    {
        var meanwhile = asks.Meanwhile is { } found ? Write(found with { Ask = null, Remarks = [] }, "answered", profile, edition) : Plain("answered", "");
        return Parted($"clarify_{asks.Ask.What}", [new("question", Question(asks.Ask, edition)), .. meanwhile.Parts]) with
        {
            Matches = meanwhile.Matches,
            More = meanwhile.More,
            Passages = meanwhile.Passages,
            PassagesFirst = meanwhile.PassagesFirst,
            Hotlines = meanwhile.Hotlines,
            Asks = asks.Ask.What,
            Buttons = Buttons(asks.Ask, edition),
        };
    }

    private Reply Write(Danger danger, Profile profile, CatalogEdition edition)
    {
        var banners = danger.Kinds.Select(locale.BannerOf).OfType<Banner>().ToList();
        var numbers = banners.SelectMany(banner => banner.Numbers).Distinct().ToList();
        var lines = banners.Take(2).Select(banner => new ReplyPart("banner", banner.Text))
            .Concat(numbers.Select(number => edition.Hotlines.FirstOrDefault(line => line.Number == number)).OfType<Hotline>().Select(line => new ReplyPart("hotline", LineOf(line))));
        var also = danger.Also is { } found ? Write(found with { Ask = null }, "crisis", profile, edition) : Plain("crisis", "");
        return Parted("crisis", [.. lines, .. also.Parts.Count > 0 ? [new("say", phrases["danger-also"]), .. also.Parts] : Array.Empty<ReplyPart>()]) with
        {
            Matches = also.Matches,
            More = also.More,
            Passages = also.Passages,
            PassagesFirst = also.PassagesFirst,
            Hotlines = [.. numbers.Concat(also.Hotlines).Distinct()],
        };
    }

    private string LineOf(Hotline line) =>
        phrases.Say("hotline-line", ("number", line.Number), ("purpose", locale.Language == Language.English ? line.EnglishPurpose : line.Purpose));

    private string Question(Ask ask, CatalogEdition edition) => ask.Places.Count > 0
        ? phrases.Say(
            "ask-place-choices", ("name", locale.Language == Language.English ? ask.Places[0].EnglishName : ShortName(ask.Places)),
            ("choices", string.Join(phrases["choice-separator"], ask.Places.Select(place => FullName(place, edition)))))
        : phrases[$"ask-{ask.What}"];

    private string[] Buttons(Ask ask, CatalogEdition edition) => ask.What switch
    {
        "place" when ask.Places.Count > 0 => [.. ask.Places.Select(place => FullName(place, edition))],
        "place" => [.. Covered(edition), phrases["button-elsewhere"]],
        "age" => [phrases["button-age-infant"], phrases["button-age-preschool"], phrases["button-age-school"], phrases["button-age-senior"], phrases["button-unknown"]],
        _ => NeedButtons(),
    };

    private string[] NeedButtons() =>
        [phrases["button-need-vaccine"], phrases["button-need-kindergarten"], phrases["button-need-school"], phrases["button-need-insurance"]];

    private IEnumerable<string> Covered(CatalogEdition edition) => edition.Lists.Where(list => !list.Code.IsNation)
        .Select(list => edition.Find(list.Code)).OfType<Place>().Select(place => locale.Language == Language.English ? Name(place) : FullName(place, edition));

    // With the place it lies in, where the name alone would not do: 长春市朝阳区, 辽宁省朝阳市.
    private string FullName(Place place, CatalogEdition edition)
    {
        var outer = place.Code.Prefecture == place.Code || edition.Find(place.Code.Prefecture) is null ? edition.Find(place.Code.Province) : edition.Find(place.Code.Prefecture);
        if (locale.Language == Language.English) return outer is null || outer == place ? Name(place) : $"{place.EnglishName}, {outer.EnglishName}";
        return outer is null || outer == place ? place.Name : outer.Name + place.Name;
    }

    private string Name(Place? place) => place is null ? "" : locale.Language == Language.English ? $"{place.EnglishName} ({place.Name})" : place.Name;

    // What the names share from the beginning: 朝阳 of 朝阳市 and 朝阳区.
    private static string ShortName(IReadOnlyList<Place> places)
    {
        var name = places[0].Name;
        while (name.Length > 1 && !places.All(place => place.Name.StartsWith(name, StringComparison.Ordinal))) name = name[..^1];
        return name;
    }
}
