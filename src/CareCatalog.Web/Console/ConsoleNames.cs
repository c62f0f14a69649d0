using CareCatalog.Dialogs.Wording;

namespace CareCatalog.Web.Console;

/// <summary>What places, fields, circumstances, bodies and rows are called in the language of the screen.</summary>
/// <param name="edition">The edition whose names these are.</param>
/// <param name="english">The English words; null on a Chinese screen, where everything stands as the lists print it.</param>
internal sealed class ConsoleNames(CatalogEdition edition, Locale? english)
{
    /// <summary>A place.</summary>
    public string Of(JurisdictionCode code) =>
        (english is null ? edition.ListOf(code)?.Name ?? edition.Find(code)?.Name : edition.Find(code)?.EnglishName) ?? code.Value;

    /// <summary>A field of service by its label.</summary>
    public string OfDomain(string label) =>
        english is null ? label : edition.Domains.FirstOrDefault(entry => entry.Name == label)?.EnglishName ?? label;

    /// <summary>A circumstance by its id.</summary>
    public string OfCircumstance(string id) =>
        edition.Circumstances.FirstOrDefault(known => known.Id == id) is { } known ? Chosen(known.Name, known.EnglishName) : id;

    /// <summary>A need.</summary>
    public string Of(Need need) => Chosen(need.Name, need.EnglishName);

    /// <summary>A body as a list prints it; several may be printed as one.</summary>
    public string OfBody(string printed) => english is null ? printed : string.Join(", ", printed.Split('\u3001').Select(EnglishOf));

    /// <summary>The local body a ministry usually stands for; null when there is none.</summary>
    public string? CounterpartOf(string printed) =>
        Entry(printed) is { LocalCounterpart: { } local } entry ? Chosen(local, entry.EnglishLocalCounterpart ?? local) : null;

    /// <summary>What a row is called and gives, in English; null on a Chinese screen and where nobody has written it yet.</summary>
    public RowWords? Of(ServiceItem item) => english?.RowIds.Contains(item.Id.ToString()) == true ? english.Of(item) : null;

    private string Chosen(string chinese, string inEnglish) => english is null ? chinese : inEnglish;

    private string EnglishOf(string printed) => Entry(printed)?.EnglishName ?? printed;

    private DepartmentEntry? Entry(string printed) => edition.Departments.FirstOrDefault(entry => entry.Name == printed);
}
