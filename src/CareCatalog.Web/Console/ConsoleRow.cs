using CareCatalog.Search.Text;

namespace CareCatalog.Web.Console;

/// <summary>A row as the console searches it: every field folded, and all of them in one text.</summary>
internal sealed class ConsoleRow
{
    // In the order of their weight: the first that holds a word is the weightiest.
    private static readonly (string Reason, double Weight)[] Fields =
        [("service", 8), ("need", 5), ("audience", 4), ("content", 3), ("departments", 3), ("domain", 2), ("place", 1), ("guidance", 1)];

    // Where each field ends in the text of all.
    private readonly int[] ends = new int[Fields.Length];

    /// <param name="item">The row.</param>
    /// <param name="place">What its place is called.</param>
    /// <param name="domain">The label of its field.</param>
    /// <param name="bodies">The English names of departments.</param>
    /// <param name="index">What it is part of.</param>
    /// <param name="needs">The taxonomy.</param>
    /// <param name="characters">How texts are folded.</param>
    public ConsoleRow(ServiceItem item, string place, string domain, IReadOnlyDictionary<string, string> bodies, ConsoleIndex index, IReadOnlyDictionary<string, Need> needs, CharacterTable characters)
    {
        Item = item;
        Domain = domain;
        PlaceNumber = index.Places.NumberOf(item.Id.Jurisdiction.Value);
        DomainNumber = index.Domains.NumberOf(domain);
        CircumstanceNumbers = [.. item.Eligibility.Circumstances.Select(index.Circumstances.NumberOf)];
        DepartmentNumbers = [.. item.Departments.Select(index.Departments.NumberOf)];
        string[] texts =
        [
            item.Service, string.Join(' ', item.Needs.Select(id => needs.TryGetValue(id, out var need) ? $"{need.Name} {need.EnglishName}" : id)),
            item.Audience, item.ContentReading == item.Content ? item.Content : $"{item.ContentReading}\n{item.Content}",
            string.Join(' ', item.Departments.Concat(item.Departments.Select(name => bodies.GetValueOrDefault(name, "")))), domain, place, string.Join('\n', item.Guidance.Select(guidance => guidance.Text)),
        ];
        var end = 0;
        for (var field = 0; field < texts.Length; field++) ends[field] = end += texts[field].Length + 1;
        All = FoldedText.Of(string.Join('\n', [.. texts, item.Id.ToString()]), characters).Text;
    }

    public ServiceItem Item { get; }

    public string Domain { get; }

    /// <summary>Its place among the index's.</summary>
    public int PlaceNumber { get; }

    /// <summary>Its field among the index's.</summary>
    public int DomainNumber { get; }

    /// <summary>Its circumstances among the index's.</summary>
    public int[] CircumstanceNumbers { get; }

    /// <summary>Its departments among the index's.</summary>
    public int[] DepartmentNumbers { get; }

    /// <summary>Every field, folded, and the id.</summary>
    public string All { get; }

    /// <summary>
    /// How much the row counts for the words, by the weightiest field that holds each; null when it does not hold them all.
    /// One look tells; it is asked of every row that may hold them, at every keystroke.
    /// </summary>
    public double? Weigh(IReadOnlyList<string> words)
    {
        var score = 0.0;
        for (var i = 0; i < words.Count; i++)
        {
            var at = All.AsSpan().IndexOf(words[i]);
            if (at < 0) return null;
            var field = 0;
            while (field < Fields.Length - 1 && at >= ends[field]) field++;
            score += Fields[field].Weight;
        }
        return score;
    }

    /// <summary>The fields that hold one of the words.</summary>
    public IEnumerable<string> ReasonsFor(IReadOnlyList<string> words) =>
        Fields.Where((_, field) => words.Any(word => TextOf(field).Contains(word, StringComparison.Ordinal))).Select(field => field.Reason);

    private ReadOnlySpan<char> TextOf(int field)
    {
        var start = field == 0 ? 0 : ends[field - 1];
        return All.AsSpan(start, ends[field] - 1 - start);
    }
}
