namespace CareCatalog.Search.Text;

/// <summary>
/// A text as it is matched: full-width folded to half-width, traditional to simplified, upper case to lower case, controls and
/// lone surrogates to blanks. It keeps the length of the original, so that every position is a position of both.
/// </summary>
public sealed class FoldedText
{
    private const string Accented = "āáǎàâäãēéěèêëīíǐìîïōóǒòôöūúǔùüǖǘǚǜûñńňǹç";
    private const string Unaccented = "aaaaaaaeeeeeeiiiiiioooooouuuuuuuuuunnnnc";

    private FoldedText(string original, string text, IReadOnlyList<Word> words)
    {
        Original = original;
        Text = text;
        Words = words;
    }

    /// <summary>The text as it came.</summary>
    public string Original { get; }

    /// <summary>The text as it is matched; as long as the original.</summary>
    public string Text { get; }

    /// <summary>The Latin words and numbers, with their stems, in order.</summary>
    public IReadOnlyList<Word> Words { get; }

    /// <summary>How many Han characters the text has.</summary>
    public int HanCount { get; private init; }

    /// <summary>Folds a text.</summary>
    public static FoldedText Of(string original, CharacterTable characters)
    {
        var text = string.Create(original.Length, (original, characters), static (folded, source) =>
        {
            for (var i = 0; i < folded.Length; i++) folded[i] = Fold(source.original, i, source.characters);
        });
        var han = 0;
        foreach (var c in text) if (Han.IsHan(c)) han++;
        return new FoldedText(original, text, WordsOf(text)) { HanCount = han };
    }

    private static char Fold(string text, int index, CharacterTable characters)
    {
        var c = text[index];
        if (c is >= 'a' and <= 'z') return c;
        if (c is >= 'A' and <= 'Z') return (char)(c | 0x20);
        if (c < 0x80) return char.IsControl(c) && c != '\n' ? ' ' : c;
        if (Han.IsHan(c)) return characters.Simplify(c);
        if (c == '\u3000') return ' ';
        if (c is '\u2019' or '\u2018') return '\'';
        if (c is > '\uff00' and <= '\uff5e') return char.ToLowerInvariant((char)(c - 0xfee0));
        if (char.IsSurrogate(c)) return IsPaired(text, index) ? c : ' ';
        return Plain(char.ToLowerInvariant(c));
    }

    // Pinyin is typed with tone marks and Lüyuan with its dots; both are looked for without.
    private static char Plain(char c) => Accented.IndexOf(c) is >= 0 and var at ? Unaccented[at] : c;

    private static bool IsPaired(string text, int index) => char.IsHighSurrogate(text[index])
        ? index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
        : index > 0 && char.IsHighSurrogate(text[index - 1]);

    private static List<Word> WordsOf(string text)
    {
        var words = new List<Word>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsWordCharacter(text[i])) continue;
            var start = i;
            var digit = char.IsAsciiDigit(text[i]);
            // "4yo" is a number and a word; "isn't" is one word.
            while (i + 1 < text.Length && Continues(text, i + 1, digit)) i++;
            words.Add(new Word(start, i + 1 - start, digit ? text[start..(i + 1)] : Stemmer.Stem(text.AsSpan(start, i + 1 - start))));
        }
        return words;
    }

    private static bool IsWordCharacter(char c) => Han.IsLatin(c) || char.IsAsciiDigit(c);

    private static bool Continues(string text, int index, bool digit) => digit
        ? char.IsAsciiDigit(text[index])
        : Han.IsLatin(text[index]) || (text[index] == '\'' && index + 1 < text.Length && Han.IsLatin(text[index + 1]));
}
