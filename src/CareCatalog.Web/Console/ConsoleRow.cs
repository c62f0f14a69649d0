using CareCatalog.Search.Text;

namespace CareCatalog.Web.Console;

/// <summary>A row as the console searches it: every field folded, and all of them in one text.</summary>
internal sealed class ConsoleRow
{
    private readonly (string Reason, string Text, double Weight)[] fields;
    private readonly int[] ends;

    public ConsoleRow(ServiceItem item, string place, string domain, IReadOnlyDictionary<string, Need> needs, CharacterTable characters)
    {
        Item = item;
        Place = place;
        Domain = domain;
        string Fold(string text) => FoldedText.Of(text, characters).Text;
        fields =
        [
            ("service", Fold(item.Service), 8),
            ("need", Fold(string.Join(' ', item.Needs.Select(id => needs.TryGetValue(id, out var need) ? $"{need.Name} {need.EnglishName}" : id))), 5),
            ("audience", Fold(item.Audience), 4),
            ("content", Fold(item.ContentReading == item.Content ? item.Content : $"{item.ContentReading}\n{item.Content}"), 3),
            ("departments", Fold(string.Join(' ', item.Departments)), 3),
            ("domain", Fold(domain), 2),
            ("place", Fold(place), 1),
            ("guidance", Fold(string.Join('\n', item.Guidance.Select(guidance => guidance.Text))), 1),
        ];
        var end = 0;
        ends = [.. fields.Select(field => end += field.Text.Length + 1)];
        All = string.Join('\n', fields.Select(field => field.Text).Append(item.Id.ToString()));
    }

    public ServiceItem Item { get; }

    public string Place { get; }

    public string Domain { get; }

    /// <summary>Every field, folded, and the id.</summary>
    public string All { get; }

    /// <summary>
    /// How much the row counts for the words, by the weightiest field that holds each; null when it does not hold them all.
    /// The fields stand in the order of their weight, so one look tells; it is asked of every row at every keystroke.
    /// </summary>
    public double? Weigh(IReadOnlyList<string> words)
    {
        var score = 0.0;
        for (var i = 0; i < words.Count; i++)
        {
            var at = All.AsSpan().IndexOf(words[i]);
            if (at < 0) return null;
            var field = 0;
            while (field < ends.Length - 1 && at >= ends[field]) field++;
            score += fields[field].Weight;
        }
        return score;
    }

    /// <summary>The fields that hold one of the words.</summary>
    public IEnumerable<string> ReasonsFor(IReadOnlyList<string> words) =>
        fields.Where(field => words.Any(word => field.Text.Contains(word, StringComparison.Ordinal))).Select(field => field.Reason);
}
