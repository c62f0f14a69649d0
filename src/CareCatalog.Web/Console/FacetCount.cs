using System.Runtime.InteropServices;

namespace CareCatalog.Web.Console;

/// <summary>Counts the values of one facet, without allocating for each row.</summary>
internal sealed class FacetCount
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>Counts a value once more.</summary>
    public void Add(string value) => CollectionsMarshal.GetValueRefOrAddDefault(counts, value, out _)++;

    /// <summary>The values, the most frequent first.</summary>
    /// <param name="name">What a value is shown as.</param>
    /// <param name="most">At most so many.</param>
    public List<FacetView> Show(Func<string, string> name, int most) =>
        [.. counts.OrderByDescending(count => count.Value).Take(most).Select(count => new FacetView(count.Key, name(count.Key), count.Value))];
}
