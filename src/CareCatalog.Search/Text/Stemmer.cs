namespace CareCatalog.Search.Text;

/// <summary>
/// Takes plural and tense endings off English words. Lighter than Porter's on purpose: the lexicons name the words themselves,
/// and a wrong merge ("universal", "university") costs more than a missed one.
/// </summary>
public static class Stemmer
{
    /// <summary>The stem of a lower-case word.</summary>
    public static string Stem(ReadOnlySpan<char> word)
    {
        if (word.EndsWith("'s")) word = word[..^2];
        if (word.Length <= 3 || word.Contains('\'')) return word.ToString();
        if (word.EndsWith("ies") && word.Length > 4) return string.Concat(word[..^3], "y");
        if (word.EndsWith("sses") || word.EndsWith("xes") || word.EndsWith("ches") || word.EndsWith("shes")) return word[..^2].ToString();
        if (word.EndsWith("ing") && word.Length > 5) return Closed(word[..^3]);
        if (word.EndsWith("ied") && word.Length > 4) return string.Concat(word[..^3], "y");
        if (word.EndsWith("ed") && word.Length > 4) return Closed(word[..^2]);
        if (word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i')) return Open(word[..^1]);
        return Open(word);
    }

    // "stopping" → "stop", "calling" → "call": a doubled consonant is undone except l, s, z.
    private static string Closed(ReadOnlySpan<char> stem)
    {
        if (stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z' or 'e' or 'o')) stem = stem[..^1];
        return Open(stem);
    }

    // "moving", "moved", "move" meet without the final e; "here" does not meet "her".
    private static string Open(ReadOnlySpan<char> stem) =>
        stem.Length > 3 && stem[^1] == 'e' && stem[^2] != 'e' && !stem.EndsWith("ere") ? stem[..^1].ToString() : stem.ToString();
}
