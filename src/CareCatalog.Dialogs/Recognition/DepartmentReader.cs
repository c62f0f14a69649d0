using System.Runtime.CompilerServices;
using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Recognition;

/// <summary>Bodies named in a message by any of their names: 卫健委, 教体局, the housing bureau.</summary>
internal sealed class DepartmentReader
{
    private static readonly ConditionalWeakTable<CatalogEdition, PhraseTable<string[]>> Built = [];

    /// <summary>The bodies (ids shared over all levels) a message names, in order.</summary>
    public static IReadOnlyList<BodyMention> Read(FoldedText text, CatalogEdition edition)
    {
        var names = Built.GetValue(edition, Names);
        List<BodyMention>? bodies = null;
        for (var i = 0; i < text.Text.Length; i++)
        {
            var start = i;
            var (longest, named) = (0, Array.Empty<string>());
            var isLatin = Han.IsLatin(text.Text[start]);
            if (isLatin && start > 0 && Han.IsLatin(text.Text[start - 1])) continue;
            foreach (var (length, value) in names.At(text.Text, start))
            {
                var end = start + length;
                if (!isLatin || end == text.Text.Length || !Han.IsLatin(text.Text[end])) (longest, named) = (length, value);
            }
            if (longest == 0) continue;
            bodies ??= [];
            foreach (var body in named) bodies.Add(new BodyMention(body, start, start + longest));
            i += longest - 1;
        }
        return bodies ?? (IReadOnlyList<BodyMention>)[];
    }

    // A name may be that of two bodies together: 两院.
    private static PhraseTable<string[]> Names(CatalogEdition edition) => new(edition.Departments
        .SelectMany(entry => entry.Aliases.Prepend(entry.Name).Append(entry.EnglishName).Where(name => name.Length > 1).Select(name => (Name: name.ToLowerInvariant(), entry.Body)))
        .GroupBy(pair => pair.Name, pair => pair.Body, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.Ordinal));
}
