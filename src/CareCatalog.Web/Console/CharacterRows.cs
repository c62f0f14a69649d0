using System.Collections;
using CareCatalog.Search.Text;

namespace CareCatalog.Web.Console;

/// <summary>Which rows hold which Chinese character: what holds no character of a word need not be read for the word.</summary>
internal sealed class CharacterRows
{
    private readonly Dictionary<char, BitArray> rows = [];
    private readonly int count;

    public CharacterRows(IReadOnlyList<ConsoleRow> all)
    {
        count = all.Count;
        for (var number = 0; number < count; number++)
        {
            foreach (var c in all[number].All)
            {
                if (!Han.IsHan(c)) continue;
                if (!rows.TryGetValue(c, out var holding)) rows[c] = holding = new BitArray(count);
                holding[number] = true;
            }
        }
    }

    /// <summary>The rows that hold every Chinese character of the words; other characters tell nothing apart.</summary>
    public BitArray Holding(IEnumerable<string> words)
    {
        var candidates = new BitArray(count, true);
        foreach (var c in words.SelectMany(word => word).Where(Han.IsHan).Distinct())
        {
            if (!rows.TryGetValue(c, out var holding)) return new BitArray(count);
            candidates.And(holding);
        }
        return candidates;
    }
}
