namespace CareCatalog.Dialogs.Lexicons;

/// <summary>Compiles entries as written (<c>a|b…{class}+c -d</c>) to patterns.</summary>
internal sealed class PatternReader(Vocabulary vocabulary, IReadOnlyDictionary<string, IReadOnlyList<string>> classes)
{
    /// <summary>Compiles one entry; null and a reason when it cannot be.</summary>
    public Pattern? Read(LexiconLine line, string entry, out string? problem)
    {
        problem = null;
        var cut = entry.Split(" -", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (cut.Length == 0)
        {
            problem = "an empty entry";
            return null;
        }
        var chains = new List<Part[]>();
        foreach (var chain in cut[0].Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = chain.Replace("...", "…", StringComparison.Ordinal)
                .Split('…', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(PartOf).ToArray();
            if (parts.Length == 0 || Array.Exists(parts, part => part is null))
            {
                problem = $"'{entry}' has a part without words, or names an unknown class";
                return null;
            }
            chains.Add(parts!);
        }
        return new Pattern(entry, line.Id, line.IsWeak, [.. chains], [.. cut.Skip(1).Select(PartOf).OfType<Part>()]);
    }

    private Part? PartOf(string part) => vocabulary.PartOf(part
        .Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(Expand));

    // A class may stand beside letters: "小{child}" is each of its words after 小.
    private IEnumerable<string> Expand(string word)
    {
        var open = word.IndexOf('{');
        var close = word.IndexOf('}');
        if (open < 0 || close < open) return [word];
        var (before, name, after) = (word[..open], word[(open + 1)..close], word[(close + 1)..]);
        return classes.TryGetValue(name, out var words)
            ? words.SelectMany(inner => Expand(before + inner + after))
            : [];
    }
}
