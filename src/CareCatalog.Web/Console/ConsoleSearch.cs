using CareCatalog.Channels;
using CareCatalog.Dialogs;
using CareCatalog.Search;
using CareCatalog.Search.Text;

namespace CareCatalog.Web.Console;

/// <summary>Search as one types: rows that hold the words, the row of a number, and what the assistant would answer.</summary>
internal sealed class ConsoleSearch(EditionInForce edition, Assistant assistant, CharacterTable characters, TimeProvider clock)
{
    private const int MostRows = 50;
    private const int MostDepartments = 12;
    private const int MostPlaces = 40;
    private const double OfAssistant = 30;
    private const double OfFit = 6;

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>Searches.</summary>
    public SearchView Find(IFormCollection asked)
    {
        var index = ConsoleIndex.Of(edition.Current, characters);
        var query = ConsoleQuery.Of(asked["q"].ToString(), index, characters);
        var strip = CallerStrip.Of(asked, edition.Current);
        var suggested = Suggested(asked["q"].ToString(), query, strip, asked["place"]);
        var found = new List<ConsoleHit>();
        foreach (var row in index.Rows)
            if (Judge(row, query, suggested, strip) is { } hit) found.Add(hit);
        var filter = new ConsoleFilter(asked, edition.Current);
        var (places, domains, circumstances, departments) = (new FacetCount(), new FacetCount(), new FacetCount(), new FacetCount());
        var shown = new PriorityQueue<ConsoleHit, (double, int)>();
        var total = 0;
        foreach (var hit in found)
        {
            var row = hit.Row;
            if (filter.PassesBut("place", row)) places.Add(row.Item.Id.Jurisdiction.Value);
            if (filter.PassesBut("domain", row)) domains.Add(row.Domain);
            if (filter.PassesBut("circumstance", row)) foreach (var id in row.Item.Eligibility.Circumstances) circumstances.Add(id);
            if (filter.PassesBut("department", row)) foreach (var name in row.Item.Departments) departments.Add(name);
            if (!filter.Passes(row)) continue;
            // The lowest score, and of equal ones the last, gives way.
            if (total++ < MostRows) shown.Enqueue(hit, (hit.Score, -total));
            else if (shown.TryPeek(out _, out var least) && hit.Score > least.Item1) shown.EnqueueDequeue(hit, (hit.Score, -total));
        }
        var rows = new List<ConsoleHit>();
        while (shown.TryDequeue(out var hit, out _)) rows.Add(hit);
        rows.Reverse();
        return new SearchView(
            edition.Current.Version, total, query.Words, [.. rows.Select(hit => hit.Show(query))],
            places.Show(code => edition.Current.ListOf(JurisdictionCode.Parse(code))?.Name ?? code, MostPlaces), domains.Show(name => name, int.MaxValue),
            circumstances.Show(NameOf, int.MaxValue), departments.Show(name => name, MostDepartments));
    }

    private static ConsoleHit? Judge(ConsoleRow row, ConsoleQuery query, Dictionary<ItemId, int> suggested, CallerStrip strip)
    {
        if (query.Number is { } number && row.Item.Id.Number != number) return null;
        if (query.Places.Count > 0 && !query.Places.Contains(row.Item.Id.Jurisdiction)) return null;
        var rank = suggested.Count > 0 && suggested.TryGetValue(row.Item.Id, out var at) ? at : -1;
        var held = query.Number is null ? row.Weigh(query.Words) : 0;
        if (rank < 0 && held is null) return null;
        var fit = strip.Judge(row.Item);
        if (fit == Fit.Excluded || (fit == Fit.OnlyWhenNamed && rank < 0)) return null;
        var score = held ?? 0;
        if (rank >= 0) score += OfAssistant - rank;
        if (fit == Fit.Fits) score += OfFit;
        // Where the caller lives comes first, then the nation.
        if (strip.Place is { } place && row.Item.Id.Jurisdiction.Contains(place)) score += row.Item.Id.Jurisdiction.IsNation ? OfFit / 2 : OfFit;
        return new ConsoleHit(row, score, rank >= 0, fit);
    }

    // Everyday words: what the assistant would answer, in its order.
    private Dictionary<ItemId, int> Suggested(string typed, ConsoleQuery query, CallerStrip strip, string? place)
    {
        if (query.Words.Count == 0 || query.Number is not null) return [];
        var at = query.Places.Count > 0 ? query.Places[0] : JurisdictionCode.TryParse(place, out var chosen) ? chosen : strip.Place;
        var reply = assistant.Take(Conversation.New, new Question(typed, at), edition.Current, clock.GetUtcNow().ToOffset(China)).Reply;
        return reply.Matches.Select((match, rank) => (Id: ItemId.Parse(match.Id), rank)).DistinctBy(match => match.Id).ToDictionary(match => match.Id, match => match.rank);
    }

    private string NameOf(string circumstance) => edition.Current.Circumstances.FirstOrDefault(known => known.Id == circumstance)?.Name ?? circumstance;
}
