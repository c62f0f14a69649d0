using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Answers;

/// <summary>
/// What a message quotes: a stretch of it that stands word for word in one or two rows or passages of a list and in no other. Who
/// quotes asks about those, whatever else its words may mean.
/// </summary>
internal static class Quotation
{
    // In Han characters and digits: shorter stretches stand everywhere, unless marked as a quotation.
    private const int Shortest = 5;
    private const int ShortestMarked = 3;

    // In more than two it is a turn of phrase.
    private const int MostHolders = 2;

    private static readonly System.Buffers.SearchValues<char> Opening = System.Buffers.SearchValues.Create("\u201c\u300c\u300e\"");
    private static readonly System.Buffers.SearchValues<char> Closing = System.Buffers.SearchValues.Create("\u201d\u300d\u300f\"");

    /// <summary>What is quoted of a list; null when nothing is.</summary>
    public static Found? Find(FoldedText text, CareList list)
    {
        var marked = Marked(text.Text);
        var (stretch, shortest) = marked.Length >= ShortestMarked ? (marked, marked.Length) : (text.Text, Shortest);
        var rows = Holders(stretch, list.Items, Texts);
        var passages = Holders(stretch, list.Passages, static passage => [passage.Text]);
        if (Math.Max(rows.Length, passages.Length) < shortest || rows.Length == passages.Length) return null;
        if (rows.Length > passages.Length) return rows.All.Count > MostHolders ? null : new Found([.. rows.All.Select(Composer.Known)], []);
        return passages.All.Count > MostHolders ? null : new Found([], passages.All) { PassagesFirst = true };
    }

    private static string Marked(string text)
    {
        var from = text.AsSpan().IndexOfAny(Opening) + 1;
        var length = text.AsSpan(from).IndexOfAny(Closing);
        return from > 0 && length > 0 ? text.Substring(from, length) : "";
    }

    private static IEnumerable<string> Texts(ServiceItem item) =>
        item.Guidance.Select(guidance => guidance.Text).Prepend(item.ContentReading).Prepend(item.Content).Prepend(item.Audience).Prepend(item.Service);

    // The longest stretch that any of them holds, and those that hold it.
    private static (int Length, List<T> All) Holders<T>(string text, IReadOnlyList<T> all, Func<T, IEnumerable<string>> textsOf)
    {
        var (longest, holders) = (1, new List<T>());
        foreach (var one in all)
        {
            var length = textsOf(one).Max(written => Shared(text, written));
            if (length > longest) holders.Clear();
            if (length < longest) continue;
            longest = length;
            holders.Add(one);
        }
        return (longest, holders);
    }

    private static int Shared(string text, string written)
    {
        var longest = 0;
        for (var start = 0; start + longest < text.Length; start++)
            while (start + longest < text.Length && IsQuotable(text.AsSpan(start, longest + 1)) && written.AsSpan().IndexOf(text.AsSpan(start, longest + 1)) >= 0) longest++;
        return longest;
    }

    private static bool IsQuotable(ReadOnlySpan<char> stretch)
    {
        foreach (var c in stretch)
            if (!Han.IsHan(c) && !char.IsAsciiDigit(c) && c is not ('\u3014' or '\u3015')) return false;
        return true;
    }
}
