using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Learning;

/// <summary>
/// What a text is judged by: its Han characters and signs one, two and three at a time, its Latin stems alone, in pairs, and in
/// pairs over a word between. Each feature once.
/// </summary>
internal static class TextFeatures
{
    private const int LongestGram = 3;
    private const int LongestPair = 96;

    // Half an emoji cannot be written to a file; its second half tells it well enough.
    private const int PrivateUse = 0xe000;

    /// <summary>What hears of a feature; its letters do not outlive the call.</summary>
    public delegate void Hear(ReadOnlySpan<char> feature);

    /// <summary>Tells every feature of a text; one that stands twice may be told twice.</summary>
    /// <param name="text">The text.</param>
    /// <param name="signs">What else was noticed in it, each a feature; beginning with '#', as no feature of letters does.</param>
    /// <param name="hear">Hears of each.</param>
    public static void Of(FoldedText text, IReadOnlyList<string> signs, Hear hear)
    {
        foreach (var sign in signs) hear(sign);
        var line = text.Text.Length <= 512 ? stackalloc char[text.Text.Length] : new char[text.Text.Length];
        var length = 0;
        foreach (var c in text.Text)
            if (char.IsLowSurrogate(c)) line[length++] = (char)(PrivateUse + (c & 0x3ff));
            else if (!char.IsHighSurrogate(c) && (c > 0x7f || c is '!' or '?' or ',' or '.')) line[length++] = c;
        for (var size = 1; size <= LongestGram; size++)
            for (var start = 0; start + size <= length; start++) hear(line.Slice(start, size));
        var words = text.Words;
        Span<char> pair = stackalloc char[LongestPair];
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].IsNumber) continue;
            hear(words[i].Stem);
            if (i + 1 < words.Count) Pair(words[i].Stem, " ", words[i + 1].Stem, pair, hear);
            if (i + 2 < words.Count) Pair(words[i].Stem, " _ ", words[i + 2].Stem, pair, hear);
        }
    }

    private static void Pair(string first, string between, string second, Span<char> pair, Hear hear)
    {
        var length = first.Length + between.Length + second.Length;
        if (length > pair.Length) return;
        first.CopyTo(pair);
        between.CopyTo(pair[first.Length..]);
        second.CopyTo(pair[(first.Length + between.Length)..]);
        hear(pair[..length]);
    }
}
