using System.Text;

namespace CareCatalog.Import.Reading;

/// <summary>Splits a cell of departments into names, joining names cut by line ends.</summary>
internal sealed class DepartmentNames
{
    private readonly HashSet<string> known;
    private readonly IReadOnlyList<string> marks;
    private readonly IReadOnlyList<string> suffixes;

    public DepartmentNames(CatalogEdition edition, ImportWords words)
    {
        known = [.. edition.Departments.Select(entry => entry.Name)];
        marks = words.Of("separator", "departments");
        suffixes = words.Of("suffix", "department");
    }

    /// <summary>The names parted by the enumeration comma, and how sure the split is.</summary>
    public (string Text, double Sureness) Split(string cell)
    {
        foreach (var mark in marks) cell = cell.Replace(mark, "\u3001", StringComparison.Ordinal);
        var parts = cell.Split('\u3001').Where(part => Letters.Pack(part).Length > 0).ToList();
        var names = parts.SelectMany(part => Segment(Letters.Pack(part)) ?? BySpace(part)).ToList();
        return (string.Join('\u3001', names), names.Count > 0 && names.All(known.Contains) ? 0.99 : names.All(IsLikeAName) ? 0.9 : 0.6);
    }

    /// <summary>Whether a text is nothing but names of departments.</summary>
    public bool IsOnlyNames(string cell)
    {
        var text = Split(cell).Text;
        return text.Length > 0 && text.Split('\u3001').All(name => known.Contains(name));
    }

    private bool IsLikeAName(string name) => name.Length is >= 2 and <= 14 && suffixes.Any(suffix => name.EndsWith(suffix, StringComparison.Ordinal));

    // Names that stand one behind the other without a mark.
    private List<string>? Segment(string text)
    {
        if (known.Contains(text)) return [text];
        var best = new List<string>?[text.Length + 1];
        best[0] = [];
        for (var at = 0; at < text.Length; at++)
        {
            if (best[at] is not { } before) continue;
            foreach (var name in known.Where(name => string.CompareOrdinal(text, at, name, 0, name.Length) == 0))
            {
                if (best[at + name.Length] is null || best[at + name.Length]!.Count > before.Count + 1) best[at + name.Length] = [.. before, name];
            }
        }
        return best[^1];
    }

    // Unknown names: the blanks and line ends part them, unless what stands before is no whole name yet.
    private IEnumerable<string> BySpace(string part)
    {
        var name = new StringBuilder();
        foreach (var piece in part.Split([' ', '\n', '\t', '\u3000', '\u00A0'], StringSplitOptions.RemoveEmptyEntries).Select(Letters.Pack))
        {
            name.Append(piece);
            if (!IsLikeAName(name.ToString())) continue;
            yield return name.ToString();
            name.Clear();
        }
        if (name.Length > 0) yield return name.ToString();
    }
}
