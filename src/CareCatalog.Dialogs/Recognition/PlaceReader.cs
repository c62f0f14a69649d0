using CareCatalog.Dialogs.Lexicons;
using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Recognition;

/// <summary>
/// Places named in a message, and whether each is the residence or the home place. 朝阳 and its like stay ambiguous unless the
/// message, or the place known before, decides.
/// </summary>
internal sealed class PlaceReader
{
    private const int BesideLatin = 8;
    private const int ShortestLatinCity = 5;

    private readonly Lexicon cues;
    private readonly Lexicon ages;
    private readonly PlaceSounds sounds;
    private readonly IReadOnlyList<string> suffixes;

    /// <summary>Reads with the cues of <c>places.lex</c>.</summary>
    public PlaceReader(LexiconSet lexicons, CharacterTable characters)
    {
        sounds = new PlaceSounds(characters);
        cues = lexicons["places"];
        ages = lexicons["ages"];
        suffixes = [.. lexicons.Lines.Where(line => line.Id == "suffix" && Path.GetFileName(line.File) == "places.lex")
            .SelectMany(line => line.Entries).OrderByDescending(entry => entry.Length)];
    }

    /// <summary>The gazetteer of an edition.</summary>
    public Gazetteer GazetteerOf(CatalogEdition edition) => Gazetteer.Of(edition, suffixes);

    /// <summary>Reads the places of a message.</summary>
    /// <param name="scan">The message.</param>
    /// <param name="edition">Whose places.</param>
    /// <param name="known">The residence known before; decides what is ambiguous.</param>
    /// <param name="offered">The places last offered to choose from; naming what holds one of them picks it.</param>
    public PlaceReading Read(Scan scan, CatalogEdition edition, JurisdictionCode? known, IReadOnlyList<JurisdictionCode> offered)
    {
        var gazetteer = GazetteerOf(edition);
        var mentions = Mentions(scan, gazetteer);
        return mentions.Count == 0 ? PlaceReading.None : Decide(scan.Text, mentions, gazetteer, known, offered);
    }

    private static PlaceReading Decide(FoldedText text, List<PlaceMention> mentions, Gazetteer gazetteer, JurisdictionCode? known, IReadOnlyList<JurisdictionCode> offered)
    {
        var narrowed = mentions.ConvertAll(mention => mention.Candidates.Count == 1 ? mention : mention with { Candidates = Prefer(Narrow(mention, mentions, known), gazetteer, Han.IsLatin(text.Text[mention.Start])) });
        var living = narrowed.FindAll(mention => mention.Role is PlaceRole.Named or PlaceRole.Residence && !IsToldAsHome(mention, narrowed));
        // Where somebody comes from is where he lives when nothing else is said or known (九台老家, 青岛的医保).
        if (living.Count == 0 && known is null) living = narrowed.FindAll(mention => mention.Role is PlaceRole.Origin or PlaceRole.Elsewhere);
        var chosen = Choose(living);
        if (chosen is { Candidates: [var outer] } && offered.Where(outer.Code.Contains).Take(2).ToList() is [var picked] && gazetteer.Find(picked) is { } place)
            chosen = chosen with { Candidates = [place] };
        return new PlaceReading
        {
            Residence = chosen is { Candidates: [var only] } ? only : null,
            Choices = chosen is { Candidates.Count: > 1 } ? Distinct(chosen.Candidates, gazetteer) : [],
            IsChoiceCovered = chosen is { Candidates.Count: > 1 } && chosen.Candidates.Any(place => gazetteer.IsCovered(place.Code)),
            Home = narrowed.FindLast(mention => mention.Role is PlaceRole.Home or PlaceRole.Origin && !living.Contains(mention))?.Candidates[0],
            IsListing = living.TrueForAll(mention => mention.Role == PlaceRole.Named),
            Named = [.. living.Where(mention => mention.Candidates.Count == 1).Select(mention => mention.Candidates[0])],
            Spans = [.. mentions.Select(mention => (mention.Start, mention.End))],
        };
    }

    // "Gansu hukou, we live in Jiaozhou. Must we go to Gansu?": home named again is no residence.
    private static bool IsToldAsHome(PlaceMention mention, List<PlaceMention> all) => mention.Candidates is [var place]
        && all.Exists(other => other.Role is PlaceRole.Home or PlaceRole.Origin or PlaceRole.Elsewhere && other.Start < mention.Start && other.Candidates is [var home] && place.Code.Contains(home.Code))
        && all.Exists(other => other.Role is PlaceRole.Named or PlaceRole.Residence or PlaceRole.Elsewhere && other.Candidates is [var lived] && lived.Code != place.Code);

    private List<PlaceMention> Mentions(Scan scan, Gazetteer gazetteer)
    {
        List<PlaceMention> mentions = [];
        for (var i = 0; i < scan.Text.Text.Length; i++)
        {
            if (gazetteer.LongestAt(scan.Text, i) is not var (length, names) || MentionAt(scan, i, i + length, names, gazetteer, mentions) is not { } mention) continue;
            mentions.Add(mention);
            i = mention.End - 1;
        }
        if (mentions.Count == 0 && scan.Text.HanCount > 0 && sounds.Find(scan.Text, cues.Find(scan), gazetteer) is { } misheard) mentions.Add(misheard);
        return mentions;
    }

    private PlaceMention? MentionAt(Scan scan, int start, int end, IEnumerable<PlaceName> names, Gazetteer gazetteer, List<PlaceMention> before)
    {
        var text = scan.Text;
        var near = cues.Find(scan);
        // "hukou" tells of a household register; Hukou County is one among 2,900.
        if (Han.IsLatin(text.Text[start]) && near.Any(cue => cue.Start == start && cue.End == end && cue.Strength != MentionStrength.Sound)) return null;
        var candidates = names.Where(name => IsMeant(text, start, end, name, near, gazetteer, before)).Select(name => name.Place).ToList();
        if (candidates.Count == 0 || IsStreet(end, near) || candidates.TrueForAll(place => !gazetteer.IsCovered(place.Code)) && IsCut(start, end, ages.Find(scan))) return null;
        return new PlaceMention(start, end, ByKind(text, end, candidates), PlaceRoles.RoleOf(text, start, end, near, before));
    }

    // 现在上高一 tells of a grade, not of 上高.
    private static bool IsCut(int start, int end, IReadOnlyList<Mention> ages) => ages.Any(age => age.Strength == MentionStrength.Strong && start < age.Start && age.Start < end && end < age.End);

    // 桂林路 is a street, whatever it is named after.
    private static bool IsStreet(int end, IReadOnlyList<Mention> near) => near.Any(cue => cue.Id == "street-after" && cue.Start >= end && cue.Start - end <= 1 && (cue.Start == end || cue.End - cue.Start > 3));

    // "chaoyang district", "mudan qu": the kind named after a Latin name decides among its bearers.
    private static List<Place> ByKind(FoldedText text, int end, List<Place> candidates)
    {
        var rest = text.Text.AsSpan(end).TrimStart();
        if (candidates.Count < 2 || rest.Length == 0) return candidates;
        Predicate<Place>? kind =
            rest.StartsWith("district") || rest.StartsWith("qu ") ? IsDistrict
            : rest.StartsWith("county") || rest.StartsWith("xian") ? (place => !IsDistrict(place) && !IsPrefecture(place))
            : rest.StartsWith("city") || rest.StartsWith("prefecture") ? IsPrefecture
            : null;
        return kind is not null && candidates.Exists(kind) ? candidates.FindAll(kind) : candidates;
    }

    // A short name of a place without a list may be a common word: it counts only for cities, or beside a cue.
    private static bool IsMeant(
        FoldedText text, int start, int end, PlaceName name, IReadOnlyList<Mention> near, Gazetteer gazetteer, List<PlaceMention> before)
    {
        if (!name.IsShort || gazetteer.IsCovered(name.Place.Code)) return true;
        var code = name.Place.Code;
        var isLatin = Han.IsLatin(text.Text[start]);
        if ((code.IsProvince || code.Prefecture == code) && (!isLatin || end - start >= ShortestLatinCity)) return true;
        if (before.Exists(mention => mention.End == start && mention.Candidates.Any(place => place.Code.Contains(code)))) return true;
        return near.Any(cue => (cue.Id == "locative-before" && cue.End <= start && start - cue.End <= (isLatin ? BesideLatin : 1))
            || (cue.Id == "locative-after" && cue.Start >= end && cue.Start - end <= (isLatin ? 1 : 0)));
    }

    // What another name of the message, or the place known before, makes of an ambiguous one.
    private static IReadOnlyList<Place> Narrow(PlaceMention mention, List<PlaceMention> all, JurisdictionCode? known)
    {
        foreach (var other in all)
        {
            if (ReferenceEquals(other, mention) || other.Role is PlaceRole.Home or PlaceRole.Origin && mention.Role is not (PlaceRole.Home or PlaceRole.Origin)) continue;
            var within = mention.Candidates.Where(place => other.Candidates.Any(outer => outer.Code.Contains(place.Code) && outer.Code != place.Code)).ToList();
            if (within.Count > 0) return within;
            var around = mention.Candidates.Where(place => other.Candidates.Any(inner => place.Code.Contains(inner.Code))).ToList();
            if (around.Count > 0) return around;
        }
        if (known is not { } residence) return mention.Candidates;
        var near = mention.Candidates.Where(place => residence.Prefecture.Contains(place.Code) || place.Code.Contains(residence)).ToList();
        return near.Count > 0 ? near : mention.Candidates;
    }

    // The place lived in outweighs a place merely named; the later one outweighs the earlier; the county outweighs its city.
    private static PlaceMention? Choose(List<PlaceMention> living)
    {
        if (living.Count == 0) return null;
        var stated = living.FindAll(mention => mention.Role == PlaceRole.Residence);
        var among = stated.Count > 0 ? stated : living;
        var chosen = among[^1];
        foreach (var mention in living)
            if (mention.Candidates is [var inner] && chosen.Candidates is [var outer] && outer.Code != inner.Code && outer.Code.Contains(inner.Code))
                chosen = mention;
        return chosen;
    }

    // A county elsewhere that happens to share a short name gives way to a place with a list; a district or a city does not.
    private static IReadOnlyList<Place> Prefer(IReadOnlyList<Place> candidates, Gazetteer gazetteer, bool isLatin)
    {
        if (candidates.Count < 2) return candidates;
        var covered = candidates.Where(place => gazetteer.IsCovered(place.Code)).ToList();
        // A county within a candidate prefecture of the same name is that prefecture (朝阳县 in 朝阳市).
        var outer = candidates.Where(place => !candidates.Any(other => other.Code != place.Code && other.Code.Contains(place.Code))).ToList();
        // Among places without a list the city is meant: 西安, not a district of that name.
        if (covered.Count == 0) return (outer.Find(place => place.Code.IsProvince) ?? outer.Find(IsPrefecture)) is { } city ? [city] : outer.Count > 0 ? outer : candidates;
        // Names that only share their Latin letters (Yushu, 潮阳 and 朝阳) are no rivals of those with a list.
        if (isLatin) outer = outer.FindAll(place => covered.Exists(known => known.Name.AsSpan(0, 2).SequenceEqual(place.Name.AsSpan(0, 2))));
        if (outer.Count == 1) return outer;
        return covered.Count == 1 && outer.All(place => place == covered[0] || !(IsDistrict(place) || IsPrefecture(place))) ? covered : outer;
    }

    // The last two digits of a municipal district are 01 to 20; counties follow from 21.
    private static bool IsDistrict(Place place) => int.Parse(place.Code.Value.AsSpan(4)) is > 0 and <= 20;

    private static bool IsPrefecture(Place place) => place.Code.Prefecture == place.Code;

    private static IReadOnlyList<Place> Distinct(IReadOnlyList<Place> places, Gazetteer gazetteer) =>
        [.. places.DistinctBy(place => place.Code).OrderByDescending(place => gazetteer.IsCovered(place.Code)).ThenByDescending(place => place.Code.Value)];
}
