using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Lexicons;

/// <summary>
/// Every literal word of every lexicon, and every set of words that may stand in one place of an entry, each with a number, so
/// that one pass over a message finds them all: Han words by character and by sound, Latin words by stem.
/// </summary>
internal sealed class Vocabulary(CharacterTable characters)
{
    // Before a word of two characters in an entry.
    private const char Sound = '~';

    private readonly Dictionary<string, int> han = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> latin = new(StringComparer.Ordinal);
    private readonly HashSet<string> sounded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Part> parts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> HanWords => han;

    /// <summary>Han words of two characters that are found by sound as well.</summary>
    public IReadOnlySet<string> Sounded => sounded;

    public IReadOnlyDictionary<string, int> LatinWords => latin;

    public IReadOnlyCollection<Part> Parts => parts.Values;

    public int Count => han.Count + latin.Count;

    /// <summary>The part made of these words: the same words are the same part. Null when no word is left.</summary>
    public Part? PartOf(IEnumerable<string> words)
    {
        var literals = words.Where(word => word.Length > 0).Select(Add).Where(word => word.Weight > 0).DistinctBy(word => word.Number).ToArray();
        if (literals.Length == 0) return null;
        var key = string.Join(' ', literals.Select(word => word.Number));
        if (!parts.TryGetValue(key, out var part)) parts.Add(key, part = new Part(parts.Count, literals));
        return part;
    }

    // A word of Latin letters and digits alone is matched by stems.
    private Literal Add(string word)
    {
        var isSounded = word is [Sound, _, _];
        var folded = FoldedText.Of(isSounded ? word[1..] : word, characters);
        var isLatin = folded.HanCount == 0 && folded.Words.Count > 0 && folded.Text.All(c => c < 0x80);
        var key = isLatin ? string.Join(' ', folded.Words.Select(part => part.Stem)) : folded.Text.Replace(" ", "", StringComparison.Ordinal);
        var words = isLatin ? latin : han;
        if (!words.TryGetValue(key, out var number)) words.Add(key, number = Count);
        if (isSounded) sounded.Add(key);
        return new Literal(number, isLatin ? 2 * folded.Words.Count : key.Length);
    }
}
