using CareCatalog.Dialogs.Deciding;
using CareCatalog.Search;

namespace CareCatalog.Dialogs.Wording;

/// <summary>Puts rows and passages into words.</summary>
internal sealed class RowWriter(Locale locale)
{
    private const string PublicLine = "12345";
    private const int ShortContent = 120;
    private const int LongestPassage = 420;
    private const double Sure = 0.8;

    private static readonly string[] StageKeys = [.. Enum.GetNames<Stage>().Select(name => $"stage-{name}")];

    private readonly Phrases phrases = locale.Phrases;
    private readonly bool isEnglish = locale.Language == Language.English;

    /// <summary>A row as shown.</summary>
    public ReplyMatch Show(Match match, Profile profile, CatalogEdition edition)
    {
        var words = locale.Of(match.Item);
        return new ReplyMatch(
            match.Item.Id.ToString(), match.Item.Service, words.Title, words.Summary, match.Item.Content, match.Item.Departments,
            Why(match, profile, edition), Source(match.Item.Provenance));
    }

    /// <summary>The first row in full: the service, its content, why, whom to contact, where it is written.</summary>
    public IEnumerable<ReplyPart> First(Match match, ReplyMatch shown, Aspect aspect, CatalogEdition edition)
    {
        var item = match.Item;
        var contact = new ReplyPart("contact", Contact(item, edition));
        var misprint = item.Errata.Any(IsMisprint) ? phrases["row-misprint"] : "";
        var source = new ReplyPart("source", phrases.Say("row-source", ("source", shown.Source)) + misprint);
        var lead = new ReplyPart("lead", phrases.Say("row-lead", ("title", Titled(shown)), ("summary", shown.Summary)));
        return aspect == Aspect.Plain ? [lead, contact, source] : [lead, .. Body(match.Item, shown, aspect, contact, aspect == Aspect.Source ? null : source, misprint, edition)];
    }

    private IEnumerable<ReplyPart> Body(ServiceItem item, ReplyMatch shown, Aspect aspect, ReplyPart contact, ReplyPart? source, string misprint, CatalogEdition edition)
    {
        // What is asked stands first and once.
        if (aspect is Aspect.Department or Aspect.Phone) yield return contact;
        if (Aspects(aspect, item, shown, edition) is { } said) yield return new("aspect", aspect == Aspect.Source ? said + misprint : said);
        yield return new("content", Content(item.Content, aspect == Aspect.Service));
        if (item.ContentReading != item.Content) yield return new("reading", phrases.Say(item.Errata.Any(IsUnsure) ? "row-reading-likely" : "row-reading", ("reading", Shortened(item.ContentReading))));
        if (shown.Why.Count > 0 && aspect is not (Aspect.Detail or Aspect.Source or Aspect.Phone))
            yield return new("why", phrases.Say("row-why", ("why", string.Join(phrases["clause-separator"], shown.Why))));
        if (aspect != Aspect.Materials && Conditions(item) is { Length: > 0 } conditions) yield return new("still", phrases.Say("row-still", ("conditions", conditions)));
        if (aspect == Aspect.Detail)
            foreach (var guidance in item.Guidance.Take(3))
                yield return new("guidance", phrases.Say("guidance-lead", ("department", guidance.Department), ("text", guidance.Text)));
        if (aspect is not (Aspect.Department or Aspect.Phone)) yield return contact;
        if (source is not null) yield return source;
    }

    /// <summary>A row beside those of other places: all in the same form.</summary>
    public IEnumerable<ReplyPart> Beside(Match match, ReplyMatch shown, CatalogEdition edition) =>
    [
        .. Also(match, shown, PlaceOf(match.Item, edition)),
        new("content", Content(match.Item.Content, false)),
        new("source", phrases.Say("row-source", ("source", shown.Source))),
    ];

    /// <summary>A further row in one line.</summary>
    /// <param name="match">The row.</param>
    /// <param name="shown">The row as shown.</param>
    /// <param name="elsewhere">The place whose list it stands in, when that is another than the first row's; else empty.</param>
    public IEnumerable<ReplyPart> Also(Match match, ReplyMatch shown, string elsewhere) =>
    [
        new("also", phrases.Say(
            elsewhere.Length > 0 ? "row-also-elsewhere" : match.Item.Id.Jurisdiction.IsNation ? "row-also-national" : "row-also", ("place", elsewhere), ("title", Titled(shown)),
            ("number", phrases.Say("source-number", ("number", $"{match.Item.Id.Number}"))),
            ("departments", Joined(match.Item.Departments)), ("summary", shown.Summary))),
    ];

    /// <summary>Rows that are only named.</summary>
    public IEnumerable<ReplyPart> Further(IReadOnlyList<ItemId> ids, CatalogEdition edition)
    {
        var names = ids.Select(edition.Find).OfType<ServiceItem>()
            .Select(item => phrases.Say("more-item", ("title", locale.Of(item).Title), ("number", phrases.Say("source-number", ("number", $"{item.Id.Number}"))))).Take(8);
        yield return new("more", phrases.Say("more-ids", ("items", string.Join(phrases["list-separator"], names))));
    }

    /// <summary>A passage with its source.</summary>
    public IEnumerable<ReplyPart> Passage(Passage passage, Aspect aspect)
    {
        var contact = new ReplyPart("contact", phrases.Say("passage-contact", ("departments", Joined(passage.Departments))));
        if (aspect == Aspect.Department && passage.Departments.Count > 0) yield return contact;
        yield return new("passage", phrases.Say("passage-lead", ("section", passage.Section), ("text", Cut(passage.Text, LongestPassage))));
        if (aspect != Aspect.Department && passage.Departments.Count > 0) yield return contact;
        yield return new("source", phrases.Say("row-source", ("source", phrases.Say(
            "source-passage", ("title", passage.Provenance.Document.Title), ("section", passage.Section), ("details", Details(passage.Provenance.Document))))));
    }

    private string PlaceOf(ServiceItem item, CatalogEdition edition) =>
        (isEnglish ? edition.Find(item.Id.Jurisdiction)?.EnglishName : edition.ListOf(item.Id.Jurisdiction)?.Name) ?? "";

    private string Titled(ReplyMatch shown) => isEnglish && shown.Title != shown.Service ? $"{shown.Title} ({shown.Service})" : shown.Title;

    private string? Aspects(Aspect aspect, ServiceItem item, ReplyMatch shown, CatalogEdition edition)
    {
        var key = aspect switch
        {
            Aspect.Materials => Conditions(item).Length > 0 ? "aspect-materials-some" : "aspect-materials",
            Aspect.Reason => "aspect-reason",
            Aspect.Side => "aspect-side",
            Aspect.How => "aspect-how",
            Aspect.When => "aspect-when",
            Aspect.Amount => "aspect-amount",
            Aspect.Eligible => "aspect-eligible",
            Aspect.Source => "aspect-source",
            _ => null,
        };
        return key is null ? null : phrases.Say(key, ("departments", item.Id.Jurisdiction.IsNation ? Locals(item, edition) : Bodies(item, edition)), ("hotline", PublicLine), ("source", shown.Source), ("conditions", Conditions(item)));
    }

    private string Content(string content, bool mayShorten) => mayShorten && content.Length > ShortContent
        ? phrases.Say("row-content-short", ("content", Cut(content, ShortContent)))
        : phrases.Say("row-content", ("content", content));

    private string Contact(ServiceItem item, CatalogEdition edition)
    {
        if (!item.Id.Jurisdiction.IsNation)
            return phrases.Say("row-contact", ("place", PlaceOf(item, edition)), ("departments", Bodies(item, edition)), ("hotline", PublicLine));
        return phrases.Say("row-contact-national", ("departments", Bodies(item, edition)), ("local", Locals(item, edition)), ("hotline", PublicLine));
    }

    // A family asks the local office, not the ministry.
    private string Locals(ServiceItem item, CatalogEdition edition) => string.Join(phrases["list-separator"], item.Departments
        .Select(name => edition.Departments.FirstOrDefault(entry => entry.Name == name))
        .Select(entry => isEnglish ? entry?.EnglishLocalCounterpart : entry?.LocalCounterpart).OfType<string>().Distinct());

    // In English the body's Chinese name stays beside it, to be shown at a counter.
    private string Bodies(ServiceItem item, CatalogEdition edition) => isEnglish
        ? string.Join(", ", item.Departments.Select(name => edition.Departments.FirstOrDefault(entry => entry.Name == name) is { } entry ? $"{entry.EnglishName} ({name})" : name))
        : Joined(item.Departments);

    private string Joined(IReadOnlyList<string> departments) => string.Join(phrases["department-separator"], departments);

    private string Conditions(ServiceItem item) => string.Join(
        phrases["clause-separator"],
        locale.Conditions.Where(condition => item.ContentReading.Contains(condition.Printed, StringComparison.Ordinal)
            || item.Audience.Contains(condition.Printed, StringComparison.Ordinal)).Select(condition => condition.Words));

    private List<string> Why(Match match, Profile profile, CatalogEdition edition)
    {
        var why = new List<string>();
        var eligibility = match.Item.Eligibility;
        var audience = match.Item.Audience.TrimEnd('\u3002');
        foreach (var child in profile.InFocus)
        {
            var seeker = new Seeker(child.Ages, child.Stages);
            if (Gate.JudgeAge(eligibility, [seeker]) != Fit.Fits) continue;
            if (child.Ages is { } ages) why.Add(phrases.Say("why-age", ("age", Age(ages)), ("audience", audience)));
            else if (child.Stages.FirstOrDefault(eligibility.Stages.Contains) is var stage) why.Add(phrases.Say("why-stage", ("stage", phrases[StageKeys[(int)stage]]), ("audience", audience)));
        }
        var asked = match.Needs.FirstOrDefault(need => need.IsNamed) is { Id: { } need } ? edition.Needs.FirstOrDefault(term => term.Id == need) : null;
        // Who asks for dibao has not also "mentioned" it.
        foreach (var id in profile.Held.Where(eligibility.Circumstances.Contains))
            if (edition.Circumstances.FirstOrDefault(circumstance => circumstance.Id == id) is { } held && asked?.Name.Contains(held.Name, StringComparison.Ordinal) != true)
                why.Add(phrases.Say("why-circumstance", ("circumstance", isEnglish ? held.EnglishName : held.Name), ("audience", audience)));
        if (asked is not null) why.Add(phrases.Say("why-need", ("need", isEnglish ? asked.EnglishName : asked.Name)));
        if (!why.Exists(reason => reason.Contains(audience, StringComparison.Ordinal))) why.Add(phrases.Say("why-audience", ("audience", audience)));
        return why;
    }

    private string Age(AgeRange ages)
    {
        if (ages.ToMonths == 0) return phrases["age-newborn"];
        if (ages.ToMonths < 36 && ages.FromMonths % 12 != 0 || ages.ToMonths < 12)
            return ages.FromMonths == ages.ToMonths
                ? phrases.Say(ages.FromMonths == 1 ? "age-month" : "age-months", ("months", $"{ages.FromMonths}"))
                : phrases.Say("age-months-range", ("from", $"{ages.FromMonths}"), ("to", $"{ages.ToMonths}"));
        var (from, to) = (ages.FromMonths / 12, ages.ToMonths / 12);
        return from == to ? phrases.Say("age-years", ("years", $"{from}")) : phrases.Say("age-years-range", ("from", $"{from}"), ("to", $"{to}"));
    }

    private string Source(Provenance provenance) =>
        phrases.Say("source", ("title", provenance.Document.Title), ("number", provenance.Section), ("details", Details(provenance.Document)));

    private string Details(SourceDocument document)
    {
        string?[] details = [document.Number, document.Date is { } date ? $"{date:yyyy-MM-dd}" : null];
        var known = details.OfType<string>().ToList();
        return known.Count == 0 ? "" : phrases.Say("source-details", ("details", string.Join(phrases["list-separator"], known)));
    }

    // A cell printed once for several rows is no misprint; a wrong or missing word is.
    private static bool IsMisprint(Erratum erratum) => erratum.Reading is not null && (erratum.Printed.Length > 0 || erratum.Field == "service");

    private static bool IsUnsure(Erratum erratum) => erratum.Field == "content" && erratum.Reading is not null && erratum.Confidence < Sure;

    private static string Shortened(string text) => Cut(text, ShortContent * 2);

    // Cut behind the last sentence or clause that fits.
    private static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        var end = text.AsSpan(0, length).LastIndexOfAny('\u3002', '\uff1b', '\uff0c');
        return text[..(end > length / 3 ? end : length)];
    }
}
