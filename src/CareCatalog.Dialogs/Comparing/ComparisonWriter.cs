using CareCatalog.Dialogs.Wording;

namespace CareCatalog.Dialogs.Comparing;

/// <summary>Puts a comparison into words (<c>dialogs/*/compare.json</c>): for the command line, the chat and the console alike.</summary>
public sealed class ComparisonWriter
{
    private readonly Phrases phrases;
    private readonly Locale locale;

    private ComparisonWriter(Phrases phrases, Locale locale)
    {
        this.phrases = phrases;
        this.locale = locale;
    }

    /// <summary>Reads the words of one language.</summary>
    /// <param name="dialogsFolder">The folder <c>dialogs/</c>.</param>
    /// <param name="language">Which language.</param>
    /// <exception cref="InvalidDataException">A file is missing or damaged; the message names every problem.</exception>
    public static ComparisonWriter Load(string dialogsFolder, Language language)
    {
        var problems = new List<SeedProblem>();
        var folder = Path.Combine(dialogsFolder, language == Language.English ? "en-US" : "zh-CN");
        var phrases = ReadPhrases(folder, problems);
        var locale = Locale.Read(folder, language, problems);
        return problems.Count == 0 ? new ComparisonWriter(phrases, locale) : throw new InvalidDataException(string.Join('\n', problems));
    }

    /// <summary>The words of a language's folder.</summary>
    internal static Phrases ReadPhrases(string folder, ICollection<SeedProblem> problems) =>
        Phrases.Read(Path.Combine(folder, "compare.json"), $"dialogs/{Path.GetFileName(folder)}/compare.json", problems);

    /// <summary>The head: what is compared.</summary>
    public string Title(Comparison comparison, CatalogEdition edition) =>
        phrases.Say("title", ("places", string.Join(phrases["place-separator"], comparison.Places.Select(list => NameOf(list.Code, edition)))));

    /// <summary>The whole comparison as plain lines.</summary>
    public IEnumerable<string> Lines(Comparison comparison, CatalogEdition edition)
    {
        yield return Title(comparison, edition);
        foreach (var service in comparison.Services)
        {
            yield return "";
            foreach (var line in Lines(service, edition)) yield return line;
        }
        yield return "";
        yield return phrases.Say("edition", ("edition", comparison.Edition));
    }

    /// <summary>One national service: its name, who is responsible in the nation, and a line for each place.</summary>
    public IEnumerable<string> Lines(ComparedService service, CatalogEdition edition)
    {
        yield return phrases.Say("service", ("service", NameOf(service.National)), ("number", $"{service.National.Id.Number}"));
        yield return phrases.Say("national", ("departments", DepartmentsOf(service.National.Departments, edition)));
        foreach (var coverage in service.Coverages) yield return Line(coverage, edition);
    }

    /// <summary>A standing in a word or two.</summary>
    public string WordFor(Standing standing) => phrases[standing switch
    {
        Standing.Lacks => "lacks",
        Standing.Narrower => "narrower",
        Standing.Has => "has",
        _ => "more",
    }];

    /// <summary>That a place has no list.</summary>
    public string NoList(string place) => phrases.Say("no-list", ("place", place));

    /// <summary>The name of a national service in this language.</summary>
    public string NameOf(ServiceItem item) => IsEnglish ? locale.Of(item).Title : item.Service;

    /// <summary>The name of a place in this language.</summary>
    public string NameOf(JurisdictionCode place, CatalogEdition edition) =>
        (IsEnglish ? edition.Find(place)?.EnglishName : edition.ListOf(place)?.Name ?? edition.Find(place)?.Name) ?? place.Value;

    private bool IsEnglish => locale.Language == Language.English;

    private string Line(Coverage coverage, CatalogEdition edition)
    {
        var numbers = string.Join(phrases["list-separator"], coverage.Rows.Select(row => row.Id.Number));
        var rows = coverage.Rows.Count == 0 ? ""
            : phrases.Say("rows", ("numbers", numbers), ("departments", DepartmentsOf(coverage.Departments, edition)));
        return phrases.Say(
            "line", ("place", NameOf(coverage.Place, edition)), ("standing", WordFor(coverage.Standing)), ("rows", rows),
            ("note", NoteOf(coverage)), ("review", coverage.IsReviewed ? "" : phrases["unreviewed"]));
    }

    private string NoteOf(Coverage coverage)
    {
        var note = IsEnglish ? coverage.EnglishNote : coverage.Note;
        if (note.Length > 0) return phrases.Say("note", ("note", note));
        // What people have reviewed and found to be the same is not taken apart again.
        if (coverage.IsReviewed) return phrases["end"];
        var said = Needs("added", coverage.Added) + (coverage.Rows.Count > 0 ? Needs("missing", coverage.Missing) : "");
        return said + phrases["end"];
    }

    private string Needs(string key, IReadOnlyList<Need> needs) => needs.Count == 0 ? ""
        : phrases.Say(key, ("needs", string.Join(phrases["list-separator"], needs.Select(need => IsEnglish ? need.EnglishName : need.Name))));

    private string DepartmentsOf(IEnumerable<string> names, CatalogEdition edition) => string.Join(phrases["list-separator"], names
        .SelectMany(name => name.Split('、'))
        .Select(name => IsEnglish ? edition.Departments.FirstOrDefault(entry => entry.Name == name)?.EnglishName ?? name : name));
}
