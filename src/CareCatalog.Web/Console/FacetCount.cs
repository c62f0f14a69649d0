namespace CareCatalog.Web.Console;

/// <summary>Counts the values of one facet.</summary>
internal sealed class FacetCount(FacetValues values)
{
    private readonly int[] counts = new int[values.Values.Count];

    /// <summary>Counts a value once more.</summary>
    public void Add(int value) => counts[value]++;

    /// <summary>Counts several.</summary>
    public void Add(int[] several)
    {
        foreach (var value in several) counts[value]++;
    }

    /// <summary>The values, the most frequent first.</summary>
    /// <param name="name">What a value is shown as.</param>
    /// <param name="most">At most so many.</param>
    public List<FacetView> Show(Func<string, string> name, int most) =>
    [
        .. Enumerable.Range(0, counts.Length).Where(number => counts[number] > 0).OrderByDescending(number => counts[number]).Take(most)
            .Select(number => new FacetView(values.Values[number], name(values.Values[number]), counts[number])),
    ];
}
