using CareCatalog.Channels;
using CareCatalog.Dialogs.Comparing;

namespace CareCatalog.Web.Console;

/// <summary>Shows the comparison of <c>/api/v1/compare</c> as the console reads it: in the language of the screen, with a legend.</summary>
internal sealed class ConsoleComparison(EditionInForce edition, ConsoleLanguages languages)
{
    private const int MostPlaces = 20;

    /// <summary>Compares places with the national index; null with the reason when what was asked for is not there.</summary>
    /// <param name="places">Codes parted by commas, at most twenty.</param>
    /// <param name="id">A row whose services are compared only; null for all.</param>
    /// <param name="language">Of the screen.</param>
    /// <param name="refusal">Why there is none.</param>
    public ComparisonView? Compare(string? places, string? id, string? language, out Refusal? refusal)
    {
        var current = edition.Current;
        var asked = (places ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        var codes = asked.Select(text => JurisdictionCode.TryParse(text, out var code) ? current.ListOf(code)?.Code : null).OfType<JurisdictionCode>().ToList();
        ItemId? row = id is null ? null : ItemId.TryParse(id, out var known) && current.Find(known) is not null ? known : default(ItemId);
        refusal = codes.Count < asked.Length ? new Refusal(400, "BadArgument", "places names a place that has no list.")
            : codes.Count > MostPlaces ? new Refusal(400, "BadArgument", $"places names more than {MostPlaces}.")
            : row == default(ItemId) ? new Refusal(404, "ServiceNotFound", "No list has a row of this id.")
            : null;
        return refusal is null ? Show(current, codes, row, language) : null;
    }

    private ComparisonView Show(CatalogEdition current, List<JurisdictionCode> codes, ItemId? row, string? language)
    {
        var services = row is null ? null : ServicesOf(row.Value, current);
        var compared = services is { Count: 0 } ? new Comparison(current.Version, [], []) : Comparison.Of(current, codes, services);
        var (names, words) = (languages.NamesOf(language, current), languages.WriterIn(language));
        return new ComparisonView(
            compared.Edition, [.. compared.Places.Select(list => new PlaceView(list.Code.Value, names.Of(list.Code)))],
            [.. compared.Services.Select(service => ComparisonLine.Of(service, current, names, language))],
            [.. Enum.GetValues<Standing>().Reverse().Select(standing => new StandingView(standing, CoverageChart.SignOf(standing), words.WordFor(standing)))]);
    }

    // A national row is its own service; a place's row is carried by those it stands under.
    private static List<ItemId> ServicesOf(ItemId row, CatalogEdition current) => row.Jurisdiction.IsNation
        ? [row]
        : [.. Comparison.Of(current, [row.Jurisdiction]).Services.Where(service => service.Coverages.Any(coverage => coverage.Rows.Any(item => item.Id == row))).Select(service => service.National.Id)];
}
