namespace CareCatalog.Import.Reading;

/// <summary>The rows of the lists known, to compare a new list with.</summary>
internal sealed class Neighbourhood
{
    // Beyond some hundred rows every further list says the same again.
    private const int MostRows = 1200;

    private readonly List<(ServiceItem Row, HashSet<int> Pairs)> rows;

    public Neighbourhood(CatalogEdition edition) =>
        rows = [.. edition.Lists.SelectMany(list => list.Items).Take(MostRows).Select(row => (row, Letters.Pairs(row.ContentReading)))];

    /// <summary>The rows whose content is likest, best first.</summary>
    public IReadOnlyList<Neighbour> Of(string content, int most = 5)
    {
        var pairs = Letters.Pairs(content);
        return [.. rows.Select(row => new Neighbour(row.Row, Letters.Likeness(pairs, row.Pairs))).OrderByDescending(near => near.Likeness).Take(most)];
    }

    /// <summary>The audiences that rows of this service have.</summary>
    public IEnumerable<string> AudiencesOf(string service) => rows.Where(row => row.Row.Service == service).Select(row => row.Row.Audience).Distinct();

    /// <summary>The row whose audience is likest.</summary>
    public Neighbour? OfAudience(string audience) =>
        rows.Select(row => new Neighbour(row.Row, Letters.Likeness(row.Row.Audience, audience))).MaxBy(near => near.Likeness);
}
