using CareCatalog.Channels;
using CareCatalog.Dialogs;
using CareCatalog.Dialogs.Comparing;

namespace CareCatalog.Web.Api;

/// <summary><c>GET /api/v1/compare</c> and <c>/compare.svg</c>: lists beside the national index.</summary>
internal static class Comparisons
{
    private static readonly char[] Commas = [',', '\uFF0C', '\u3001'];

    public static IResult Compare(EditionInForce inForce, HttpContext context, string? service = null, string? jurisdictions = null)
    {
        var edition = inForce.Current;
        if (Read(edition, service, jurisdictions, out var refusal) is not { } comparison) return Problem.Of(refusal!);
        return Tagged.Read(context, edition, () =>
        {
            using var written = new MemoryStream();
            ComparisonExport.WriteJson(comparison, written);
            return Results.Bytes(written.ToArray(), "application/json; charset=utf-8");
        });
    }

    public static IResult Draw(EditionInForce inForce, HttpContext context, string? service = null, string? jurisdictions = null, string? language = null)
    {
        var edition = inForce.Current;
        if (Read(edition, service, jurisdictions, out var refusal) is not { } comparison) return Problem.Of(refusal!);
        var words = ComparisonWriter.Load(
            Path.Combine(AppContext.BaseDirectory, "dialogs"), language == "en" ? Language.English : Language.Chinese);
        return Tagged.Read(context, edition, () => Results.Text(CoverageChart.Draw(comparison, edition, words), "image/svg+xml; charset=utf-8"));
    }

    private static Comparison? Read(CatalogEdition edition, string? service, string? jurisdictions, out Refusal? refusal)
    {
        refusal = null;
        var places = new List<JurisdictionCode>();
        foreach (var text in (jurisdictions ?? "").Split(Commas, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (edition.ListCalled(text) is { } list) places.Add(list.Code);
            else refusal = Bad("jurisdictions names a place that has no list.");
        }
        var services = string.IsNullOrEmpty(service) ? [] : Comparison.ServicesCalled(edition, service);
        if (!string.IsNullOrEmpty(service) && services.Count == 0) refusal = Bad("service is no national service, by row id, name or need.");
        if (refusal is not null) return null;
        return Comparison.Of(edition, places.Count > 0 ? places : [.. edition.Lists.Select(list => list.Code)], services);
    }

    private static Refusal Bad(string reason) => new(400, "BadArgument", reason);
}
