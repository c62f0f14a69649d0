using System.Collections.Frozen;

namespace CareCatalog.Dialogs.Lexicons;

/// <summary>
/// Puts right a Latin word one slip away from a word of the vocabulary: a letter missing, surplus, wrong or swapped. Words of
/// five letters or more only, with the first letter right.
/// </summary>
internal sealed class Spelling
{
    private const int Shortest = 5;

    private readonly FrozenSet<string> known;
    private readonly FrozenDictionary<char, string[]> byInitial;

    public Spelling(IEnumerable<string> words)
    {
        known = words.ToFrozenSet(StringComparer.Ordinal);
        byInitial = known.Where(word => word.Length > Shortest).GroupBy(word => word[0])
            .ToFrozenDictionary(group => group.Key, group => group.Order(StringComparer.Ordinal).ToArray());
    }

    public bool IsKnown(string word) => known.Contains(word);

    public string Correct(string word)
    {
        if (word.Length < Shortest || known.Contains(word) || !byInitial.TryGetValue(word[0], out var candidates)) return word;
        return Array.Find(candidates, candidate => IsOneSlip(word, candidate)) ?? word;
    }

    private static bool IsOneSlip(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1) return false;
        var i = 0;
        while (i < a.Length && i < b.Length && a[i] == b[i]) i++;
        var restA = a.AsSpan(i);
        var restB = b.AsSpan(i);
        if (a.Length > b.Length) return restA[1..].SequenceEqual(restB);
        if (a.Length < b.Length) return restB[1..].SequenceEqual(restA);
        if (restA.Length == 0) return true;
        if (restA[1..].SequenceEqual(restB[1..])) return true;
        return restA.Length > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2..].SequenceEqual(restB[2..]);
    }
}
