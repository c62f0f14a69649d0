using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Recognition;

/// <summary>The names of the country's places, Chinese and Latin, as they stand in messages. One for each edition.</summary>
internal sealed class Gazetteer
{
    private const int ShortestLatin = 4;
    private static readonly ConditionalWeakTable<CatalogEdition, Gazetteer> Built = [];

    private readonly PhraseTable<PlaceName[]> names;
    private readonly IReadOnlyList<string> suffixes;
    private readonly FrozenDictionary<JurisdictionCode, Place> byCode;
    private readonly FrozenSet<JurisdictionCode> covered;

    private Gazetteer(CatalogEdition edition, IReadOnlyList<string> suffixes)
    {
        this.suffixes = suffixes;
        byCode = edition.Places.ToFrozenDictionary(place => place.Code);
        covered = edition.Lists.Select(list => list.Code).Where(code => !code.IsNation).ToFrozenSet();
        var all = new Dictionary<string, List<PlaceName>>(StringComparer.Ordinal);
        foreach (var place in edition.Places.Where(place => !place.Code.IsNation)) AddNames(all, place, suffixes);
        names = new PhraseTable<PlaceName[]>(all.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray()));
    }

    /// <summary>The gazetteer of an edition.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="suffixes">The kinds of place that end names (市, district), longest first.</param>
    public static Gazetteer Of(CatalogEdition edition, IReadOnlyList<string> suffixes) =>
        Built.GetValue(edition, key => new Gazetteer(key, suffixes));

    /// <summary>The place of a code; null when unknown.</summary>
    public Place? Find(JurisdictionCode code) => byCode.GetValueOrDefault(code);

    /// <summary>The Chinese names of places with a list, without the kind of place that ends them.</summary>
    public IEnumerable<(string Name, Place Place)> ShortNames => byCode.Values.Where(place => IsCovered(place.Code))
        .Select(place => (Short(place.Name), place));

    /// <summary>Whether the place or the prefecture it lies in has a list.</summary>
    public bool IsCovered(JurisdictionCode code) => covered.Contains(code) || covered.Contains(code.Prefecture);

    /// <summary>The names that begin at a position: the longest stretch that is one, with all the places it can mean.</summary>
    public (int Length, PlaceName[] Names)? LongestAt(FoldedText text, int start)
    {
        var letters = text.Text;
        var isLatin = Han.IsLatin(letters[start]);
        if (isLatin && start > 0 && Han.IsLatin(letters[start - 1])) return null;
        (int, PlaceName[])? longest = null;
        foreach (var (length, found) in names.At(letters, start))
        {
            var end = start + length;
            if (!isLatin || EndsWord(letters, end)) longest = (length, found);
        }
        return longest;
    }

    // "hezeshi" and "hezede" name Heze, "hezekiah" does not.
    private bool EndsWord(string letters, int end)
    {
        var rest = end;
        while (rest < letters.Length && Han.IsLatin(letters[rest])) rest++;
        if (rest == end) return true;
        var tail = letters.AsSpan(end, rest - end);
        foreach (var suffix in suffixes)
            if (tail.SequenceEqual(suffix)) return true;
        return false;
    }

    private string Short(string name)
    {
        var suffix = suffixes.FirstOrDefault(suffix => name.EndsWith(suffix, StringComparison.Ordinal) && name.Length - suffix.Length >= 2);
        return suffix is null ? name : name[..^suffix.Length];
    }

    private static void AddNames(Dictionary<string, List<PlaceName>> all, Place place, IReadOnlyList<string> suffixes)
    {
        Add(all, place.Name, new PlaceName(place, false));
        var suffix = suffixes.FirstOrDefault(suffix => place.Name.EndsWith(suffix, StringComparison.Ordinal));
        if (suffix is not null && place.Name.Length - suffix.Length >= 2) Add(all, place.Name[..^suffix.Length], new PlaceName(place, true));
        foreach (var alias in place.Aliases) Add(all, alias.ToLowerInvariant(), new PlaceName(place, IsLatin(alias)));
        var english = place.EnglishName.ToLowerInvariant();
        if (english.Length < ShortestLatin) return;
        Add(all, english, new PlaceName(place, true));
        if (english.Contains('\'')) Add(all, english.Replace("'", "", StringComparison.Ordinal), new PlaceName(place, true));
    }

    private static bool IsLatin(string name) => name.All(c => c < 0x80);

    private static void Add(Dictionary<string, List<PlaceName>> all, string name, PlaceName value)
    {
        if (name.Length == 0) return;
        if (!all.TryGetValue(name, out var same)) all.Add(name, same = []);
        if (!same.Exists(known => known.Place == value.Place)) same.Add(value);
    }
}
