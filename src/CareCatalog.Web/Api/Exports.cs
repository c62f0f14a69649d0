using CareCatalog.Channels;
using CareCatalog.OpenData;

namespace CareCatalog.Web.Api;

/// <summary><c>GET /api/v1/export.json</c> and <c>/export.csv</c>: the whole edition in force.</summary>
internal static class Exports
{
    public static IResult Json(EditionInForce edition, HttpContext context) =>
        Write(context, edition.Current, "application/json; charset=utf-8", CatalogExport.WriteJson);

    public static IResult Commas(EditionInForce edition, HttpContext context) =>
        Write(context, edition.Current, "text/csv; charset=utf-8", static (current, output) => CommaTable.Write(output, current));

    private static IResult Write(HttpContext context, CatalogEdition edition, string type, Action<CatalogEdition, Stream> write) =>
        Tagged.Read(context, edition, () =>
        {
            using var written = new MemoryStream();
            write(edition, written);
            return Results.Bytes(written.ToArray(), type);
        });
}
