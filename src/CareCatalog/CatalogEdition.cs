using System.Collections.Frozen;

namespace CareCatalog;

/// <summary>版次: the whole catalogue at one moment. Immutable, versioned, content-hashed; safe to share between threads.</summary>
public sealed class CatalogEdition
{
    private readonly FrozenDictionary<ItemId, ServiceItem> items;
    private readonly FrozenDictionary<PassageId, Passage> passages;
    private readonly FrozenDictionary<JurisdictionCode, CareList> lists;
    private readonly FrozenDictionary<JurisdictionCode, Place> places;
    private readonly FrozenSet<string> needsOfRows;

    /// <summary>Puts an edition together.</summary>
    /// <exception cref="ArgumentException">Two rows, passages or lists share an id.</exception>
    public CatalogEdition(
        string version, IReadOnlyList<CareList> lists, IReadOnlyList<Need> needs, IReadOnlyList<Circumstance> circumstances,
        IReadOnlyList<Place> places, IReadOnlyList<DepartmentEntry> departments, IReadOnlyList<Hotline> hotlines)
    {
        Version = version;
        Lists = lists;
        Needs = needs;
        Circumstances = circumstances;
        Places = places;
        Departments = departments;
        Hotlines = hotlines;
        this.lists = lists.ToFrozenDictionary(list => list.Code);
        items = lists.SelectMany(list => list.Items).ToFrozenDictionary(item => item.Id);
        needsOfRows = lists.SelectMany(list => list.Items).SelectMany(item => item.Needs).ToFrozenSet();
        this.places = places.ToFrozenDictionary(place => place.Code);
        passages = lists.SelectMany(list => list.Passages).ToFrozenDictionary(passage => passage.Id);
    }

    /// <summary>Content hash of everything in the edition: 12 lower-case hexadecimal digits.</summary>
    public string Version { get; }

    /// <summary>The lists, the nation's first, then by code.</summary>
    public IReadOnlyList<CareList> Lists { get; }

    /// <summary>The fields of service with their labels, in the order of the lists.</summary>
    public IReadOnlyList<DomainEntry> Domains { get; init; } = [];

    /// <summary>What has been reviewed of how lists stand to the national index; none for a list nobody has reviewed.</summary>
    public IReadOnlyList<BaselineEntry> Baseline { get; init; } = [];

    /// <summary>The taxonomy of needs.</summary>
    public IReadOnlyList<Need> Needs { get; }

    /// <summary>The circumstances that rows can be restricted to.</summary>
    public IReadOnlyList<Circumstance> Circumstances { get; }

    /// <summary>Provinces, prefectures and counties of the country.</summary>
    public IReadOnlyList<Place> Places { get; }

    /// <summary>The bodies named in the lists.</summary>
    public IReadOnlyList<DepartmentEntry> Departments { get; }

    /// <summary>The public lines.</summary>
    public IReadOnlyList<Hotline> Hotlines { get; }

    /// <summary>The list of a jurisdiction; null when it has none.</summary>
    public CareList? ListOf(JurisdictionCode code) => lists.GetValueOrDefault(code);

    /// <summary>The list of a place by its code, its name or the beginning of it; null when there is none.</summary>
    public CareList? ListCalled(string text) =>
        Lists.FirstOrDefault(list => list.Code.Value == text || list.Name == text)
        ?? Lists.FirstOrDefault(list => text is { Length: > 1 } && (list.Name.StartsWith(text, StringComparison.Ordinal)
            || string.Equals(Find(list.Code)?.EnglishName, text, StringComparison.OrdinalIgnoreCase)));

    /// <summary>A row; null when there is none of this id.</summary>
    public ServiceItem? Find(ItemId id) => items.GetValueOrDefault(id);

    /// <summary>A passage; null when there is none of this id.</summary>
    public Passage? Find(PassageId id) => passages.GetValueOrDefault(id);

    /// <summary>A province, prefecture or county; null when there is none of this code.</summary>
    public Place? Find(JurisdictionCode code) => places.GetValueOrDefault(code);

    /// <summary>Whether a need is spoken of by passages only, and by no row.</summary>
    public bool IsOfPassagesOnly(string need) => !needsOfRows.Contains(need);
}
