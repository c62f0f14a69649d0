using CareCatalog.Channels;
using CareCatalog.Dialogs;
using CareCatalog.Search;
using CareCatalog.Search.Text;

namespace CareCatalog.Web.Console;

/// <summary>Search as one types: rows that hold the words, the row of a number, and what the assistant would answer.</summary>
internal sealed class ConsoleSearch(EditionInForce edition, Assistant assistant, CharacterTable characters, ConsoleLanguages languages, TimeProvider clock)
{
    private const int MostRows = 50;
    private const double OfAssistant = 30;
    private const double OfFit = 6;

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>Searches.</summary>
    public SearchView Find(IFormCollection asked)
    {
        var index = ConsoleIndex.Of(edition.Current, characters);
        var query = ConsoleQuery.Of(asked["q"].ToString(), index, characters);
        var strip = CallerStrip.Of(asked, index.Edition);
        var suggested = Suggested(asked["q"].ToString(), query, strip, asked["place"], index.Edition);
        var filter = new ConsoleFilter(asked, index.Edition);
        var facets = new ConsoleFacets(index, filter);
        var best = new BestHits(MostRows);
        foreach (var row in index.Candidates(query.Words, suggested.Keys))
        {
            if (Judge(row, query, suggested, strip) is not { } hit) continue;
            facets.Add(row);
            if (filter.Passes(row)) best.Add(hit);
        }
        var names = languages.NamesOf(asked["language"], index.Edition);
        return new SearchView(
            index.Edition.Version, best.Total, query.Words, [.. best.Take().Select(hit => hit.Show(query, names))],
            facets.Places(names), facets.Domains(names), facets.Circumstances(names), facets.Departments(names));
    }

    /// <summary>What there is to choose from.</summary>
    /// <param name="language">Of the screen.</param>
    public ChoicesView Choices(string? language)
    {
        var index = ConsoleIndex.Of(edition.Current, characters);
        var names = languages.NamesOf(language, index.Edition);
        return new ChoicesView(
            [.. index.Edition.Lists.Where(list => !list.Code.IsNation).Select(list => new PlaceView(list.Code.Value, names.Of(list.Code)))],
            [.. index.Circumstances.Values.Select(id => new CircumstanceView(id, names.OfCircumstance(id)))]);
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
    private Dictionary<ItemId, int> Suggested(string typed, ConsoleQuery query, CallerStrip strip, string? place, CatalogEdition current)
    {
        if (query.Words.Count == 0 || query.Number is not null) return [];
        var at = query.Places.Count > 0 ? query.Places[0] : JurisdictionCode.TryParse(place, out var chosen) ? chosen : strip.Place;
        var reply = assistant.Take(Conversation.New, new Question(typed, at), current, clock.GetUtcNow().ToOffset(China)).Reply;
        return reply.Matches.Select((match, rank) => (Id: ItemId.Parse(match.Id), rank)).DistinctBy(match => match.Id).ToDictionary(match => match.Id, match => match.rank);
    }
}
