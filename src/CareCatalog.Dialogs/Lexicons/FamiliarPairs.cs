using System.Collections.Frozen;
using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Lexicons;

/// <summary>
/// Pairs of Han characters that stand side by side in what people write, counted over the labelled lines of <c>dialogs/learned/</c>.
/// A pair that is not among them may be a word misheard: 低宝 for 低保, where 寂寞 is none for 即墨.
/// </summary>
internal sealed class FamiliarPairs
{
    // Lines hold slips of their own, so that a pair has to be met more than once or twice.
    private const int Often = 3;

    private readonly FrozenSet<int> pairs;

    private FamiliarPairs(IEnumerable<int> pairs) => this.pairs = pairs.ToFrozenSet();

    /// <summary>
    /// Whether the two characters at a place seldom stand together, nor the first with the one before it or the second with the one
    /// behind it, with which it may be a word; never so when there are no lines to tell by.
    /// </summary>
    public bool AreStrange(string text, int start) => pairs.Count > 0 && IsStrange(text, start) && IsStrange(text, start - 1) && IsStrange(text, start + 1);

    private bool IsStrange(string text, int start) =>
        start < 0 || start + 1 >= text.Length || !Han.IsHan(text[start]) || !Han.IsHan(text[start + 1]) || !pairs.Contains(PairOf(text[start], text[start + 1]));

    /// <summary>Counts the pairs of a folder's lines; none when it has none.</summary>
    /// <param name="dialogsFolder">The folder <c>dialogs/</c>.</param>
    /// <param name="characters">The table of characters: traditional ones count as simplified.</param>
    public static FamiliarPairs Read(string dialogsFolder, CharacterTable characters)
    {
        var folder = Path.Combine(dialogsFolder, "learned");
        var counts = new Dictionary<int, int>();
        var files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.tsv").Where(file => !file.EndsWith(".model.tsv", StringComparison.Ordinal)) : [];
        foreach (var line in files.SelectMany(File.ReadLines))
            for (var i = line.IndexOf('\t') + 1; i + 1 < line.Length; i++)
            {
                if (!Han.IsHan(line[i]) || !Han.IsHan(line[i + 1])) continue;
                var pair = PairOf(characters.Simplify(line[i]), characters.Simplify(line[i + 1]));
                counts[pair] = counts.GetValueOrDefault(pair) + 1;
            }
        return new FamiliarPairs(counts.Where(pair => pair.Value >= Often).Select(pair => pair.Key));
    }

    private static int PairOf(char first, char second) => (first << 16) | second;
}
