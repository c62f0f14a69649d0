namespace CareCatalog.Import.Reading;

/// <summary>Texts without white space, and how alike two of them are.</summary>
internal static class Letters
{
    public static string Pack(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter is not '\uFEFF' and not '\u200B'));

    /// <summary>Dice's measure over pairs of letters, 0 to 1.</summary>
    public static double Likeness(string left, string right) => Likeness(Pairs(left), Pairs(right));

    public static double Likeness(HashSet<int> left, HashSet<int> right)
    {
        if (left.Count + right.Count == 0) return 0;
        var (few, many) = left.Count < right.Count ? (left, right) : (right, left);
        return 2.0 * few.Count(many.Contains) / (left.Count + right.Count);
    }

    public static HashSet<int> Pairs(string text)
    {
        var pairs = new HashSet<int>();
        for (var at = 0; at + 1 < text.Length; at++) pairs.Add((text[at] << 16) | text[at + 1]);
        return pairs;
    }
}
