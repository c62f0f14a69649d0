namespace CareCatalog.Import.Reading;

/// <summary>The rows of the lists known, to compare a new list with.</summary>
internal sealed class Neighbourhood
{
    // Beyond some hundred rows every further list says the same again.
    private const int MostRows = 1200;

    // What a service is called tells most of what it is; its content tells apart what is called alike.
    private const double NameShare = 0.6;

    private readonly List<(ServiceItem Row, HashSet<int> Name, HashSet<int> Audience, HashSet<int> Content)> rows;

    public Neighbourhood(CatalogEdition edition) =>
        rows = [.. edition.Lists.SelectMany(list => list.Items).Take(MostRows).Select(row => (row, Letters.Pairs(row.Service), Letters.Pairs(row.Audience), Letters.Pairs(row.ContentReading)))];

    /// <summary>The rows whose content is likest, best first.</summary>
    public IReadOnlyList<Neighbour> Of(string content, int most = 5)
    {
        var pairs = Letters.Pairs(content);
        return [.. rows.Select(row => new Neighbour(row.Row, Letters.Likeness(pairs, row.Content))).OrderByDescending(near => near.Likeness).Take(most)];
    }

    /// <summary>The rows whose name and content are likest, best first; the name weighs most.</summary>
    public IReadOnlyList<Neighbour> Of(string service, string content, int most = 5)
    {
        var (name, pairs) = (Letters.Pairs(service), Letters.Pairs(content));
        return [.. rows.Select(row => new Neighbour(row.Row, (NameShare * Letters.Likeness(name, row.Name)) + ((1 - NameShare) * Letters.Likeness(pairs, row.Content))))
            .OrderByDescending(near => near.Likeness).Take(most)];
    }

    /// <summary>The audiences that rows of this service have.</summary>
    public IEnumerable<string> AudiencesOf(string service) => rows.Where(row => row.Row.Service == service).Select(row => row.Row.Audience).Distinct();

    /// <summary>The row whose audience is likest.</summary>
    public Neighbour? OfAudience(string audience)
    {
        var pairs = Letters.Pairs(audience);
        return rows.Select(row => new Neighbour(row.Row, Letters.Likeness(pairs, row.Audience))).MaxBy(near => near.Likeness);
    }
}
