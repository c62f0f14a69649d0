namespace CareCatalog.Web.Console;

/// <summary>The values of one facet over all rows, numbered, so that counting them takes no look-up of texts.</summary>
internal sealed class FacetValues
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> values = [];

    /// <summary>The values, by number.</summary>
    public IReadOnlyList<string> Values => values;

    /// <summary>The number of a value, which is given one if it is new.</summary>
    public int NumberOf(string value)
    {
        if (numbers.TryGetValue(value, out var number)) return number;
        values.Add(value);
        return numbers[value] = values.Count - 1;
    }
}
