using System.Text;
using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Lexicons;

/// <summary>Finds every word of a vocabulary in a message: Han by character and by sound, Latin by stem. Immutable.</summary>
internal sealed class Scanner
{
    private const char Break = '|';
    private const int LongestLatin = 6;

    private readonly CharacterTable characters;
    private readonly PhraseTable<int> han;
    private readonly PhraseTable<int> latin;
    private readonly SoundTable sounds;
    private readonly Spelling spelling;
    private readonly PartTable parts;

    [ThreadStatic]
    private static List<Hit>? buffer;

    public Scanner(Vocabulary vocabulary, CharacterTable characters, FamiliarPairs familiar)
    {
        this.characters = characters;
        han = new PhraseTable<int>(vocabulary.HanWords);
        latin = new PhraseTable<int>(vocabulary.LatinWords);
        sounds = new SoundTable(vocabulary.HanWords, vocabulary.Sounded, characters, familiar);
        parts = new PartTable(vocabulary);
        spelling = new Spelling(vocabulary.LatinWords.Keys.SelectMany(phrase => phrase.Split(' ')));
    }

    public Scan Scan(string message)
    {
        var text = FoldedText.Of(message, characters);
        var hits = buffer ??= new List<Hit>(1024);
        hits.Clear();
        var letters = text.Text.AsSpan();
        for (var i = 0; i < letters.Length; i++)
            foreach (var (length, word) in han.At(letters, i))
                if (!IsWithinNumber(letters, i) && !IsWithinNumber(letters, i + length)) parts.AddHits(word, i, i + length, false, hits);
        FindLatin(text, hits);
        sounds.Find(text, spelling, parts, hits);
        hits.Sort();
        return new Scan(text, [.. hits]);
    }

    // 15岁 does not hold 5岁.
    private static bool IsWithinNumber(ReadOnlySpan<char> letters, int at) =>
        at > 0 && at < letters.Length && char.IsAsciiDigit(letters[at - 1]) && char.IsAsciiDigit(letters[at]);

    private void FindLatin(FoldedText text, List<Hit> hits)
    {
        if (text.Words.Count == 0) return;
        var line = new StringBuilder();
        Span<int> starts = text.Words.Count <= 256 ? stackalloc int[text.Words.Count] : new int[text.Words.Count];
        Span<int> ends = text.Words.Count <= 256 ? stackalloc int[text.Words.Count] : new int[text.Words.Count];
        for (var i = 0; i < starts.Length; i++)
        {
            var word = text.Words[i];
            if (i > 0 && IsBroken(text, text.Words[i - 1].End, word.Start)) line.Append(Break).Append(' ');
            starts[i] = line.Length;
            line.Append(word.IsNumber ? word.Stem : spelling.Correct(word.Stem));
            ends[i] = line.Length;
            line.Append(' ');
        }
        var stems = line.ToString().AsSpan();
        for (var first = 0; first < starts.Length; first++)
            foreach (var (length, word) in latin.At(stems, starts[first]))
            {
                var last = ends[first..].BinarySearch(starts[first] + length);
                if (last is >= 0 and < LongestLatin) parts.AddHits(word, text.Words[first].Start, text.Words[first + last].End, false, hits);
            }
    }

    // Words belong together over blanks, hyphens and slashes; not over stops or Han.
    private static bool IsBroken(FoldedText text, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (text.Text[i] is not (' ' or '-' or '/' or '\'' or '"' or '(' or ')' or '&')) return true;
        return false;
    }
}
