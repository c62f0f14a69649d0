using System.Text.Json.Nodes;
using CareCatalog.Channels;
using CareCatalog.OpenData;
using CareCatalog.Web.Api;

namespace CareCatalog.Web.Hsds;

/// <summary>The read API of the Human Services Data Specification 3.1 under <c>/hsds</c>.</summary>
internal static class HumanServicesApi
{
    public static void MapHumanServices(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/hsds");
        api.MapGet("/", About).WithSummary("What this feed is.").Produces(200, contentType: "application/json");
        Map(api, "services", Services);
        Map(api, "organizations", Organizations);
        Map(api, "taxonomies", (directory, query) => directory.Services.Taxonomies().Select(EntryOf).Where(entry => query.Matches((string?)entry.Write()["name"])));
        Map(api, "taxonomy_terms", (directory, query) => directory.Services.Terms().Where(query.MatchesTerm).Select(EntryOf));
    }

    private static IResult About(HttpContext context) => Json(new JsonObject
    {
        ["version"] = "3.1",
        ["profile"] = "https://docs.openreferral.org/en/3.1/",
        ["openapi_url"] = $"{context.Request.Scheme}://{context.Request.Host}/openapi/v1.json",
        ["description"] = "Care services for migrant children out of the published lists.",
    });

    private static void Map(RouteGroupBuilder api, string what, Func<HumanServicesDirectory, HumanServicesQuery, IEnumerable<Entry>> list)
    {
        api.MapGet($"/{what}", (HumanServicesDirectories directories, EditionInForce edition, HttpContext context) =>
        {
            var (query, refusal) = HumanServicesQuery.Read(context.Request.Query);
            if (query is null) return Problem.Of(new Refusal(400, "BadArgument", refusal!));
            return Tagged.Read(context, edition.Current, () =>
            {
                var entries = list(directories.Of(edition.Current), query);
                return query.IsStream ? Stream(entries) : Json(query.PageOf(entries));
            });
        }).WithSummary($"The {what.Replace('_', ' ')}, page by page, or as ndjson.").Produces(200, contentType: "application/json").ProducesProblem(400)
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                operation.Parameters = [.. HumanServicesParameters.Of(what)];
                return Task.CompletedTask;
            });

        api.MapGet($"/{what}/{{id}}", (HumanServicesDirectories directories, EditionInForce edition, HttpContext context, string id) =>
        {
            if (!Guid.TryParseExact(id, "D", out var wanted)) return Problem.Of(new Refusal(400, "BadArgument", "The id is not a UUID."));
            var entry = list(directories.Of(edition.Current), HumanServicesQuery.Full).FirstOrDefault(entry => entry.Id == wanted);
            return entry is null
                ? Problem.Of(new Refusal(404, "NotFound", "There is nothing of this id."))
                : Tagged.Read(context, edition.Current, () => Json(entry.Write()));
        }).WithSummary($"One of the {what.Replace('_', ' ')} with all that belongs to it.").Produces(200, contentType: "application/json").ProducesProblem(404);
    }

    private static IEnumerable<Entry> Services(HumanServicesDirectory directory, HumanServicesQuery query) =>
        directory.Services.Rows.Where(row => query.Matches(row, directory.Dates[row.Id])).Select(row => new Entry(
            HumanServices.IdOf(row),
            () => query.IsMinimal ? Minimal(row, directory)
                : query.IsFull ? directory.Services.FullService(row, directory.Dates[row.Id])
                : directory.Services.ListedService(row, directory.Dates[row.Id])));

    private static JsonObject Minimal(ServiceItem row, HumanServicesDirectory directory)
    {
        var service = new JsonObject { ["id"] = HumanServices.IdOf(row).ToString() };
        if (directory.Dates[row.Id] is { } modified) service["modified_date"] = HumanServices.Moment(modified);
        return service;
    }

    private static IEnumerable<Entry> Organizations(HumanServicesDirectory directory, HumanServicesQuery query) =>
        from pair in directory.Services.Organizations()
        where query.Matches(pair.Name) && (query.IsAnyTerm || directory.Services.RowsOf(pair.Place, pair.Name).Any(query.MatchesTerms))
        select new Entry(HumanServices.OrganizationId(pair.Place, pair.Name), () => Organization(pair.Place, pair.Name, directory, query));

    private static JsonObject Organization(JurisdictionCode place, string name, HumanServicesDirectory directory, HumanServicesQuery query) =>
        query.HasFullServices ? directory.Services.FullOrganization(place, name, row => directory.Services.FullService(row, directory.Dates[row.Id]))
        : query.IsFull ? directory.Services.FullOrganization(place, name, row => HumanServices.Service(row, directory.Dates[row.Id]))
        : directory.Services.Organization(place, name);

    private static Entry EntryOf(JsonObject thing) => new(Guid.Parse((string)thing["id"]!), () => thing);

    private static IResult Json(JsonObject body) => Results.Text(body.ToJsonString(ApiJson.Rules.Options), "application/json; charset=utf-8");

    private static IResult Stream(IEnumerable<Entry> entries) => Results.Stream(
        async output =>
        {
            await using var writer = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
            foreach (var entry in entries) await writer.WriteLineAsync(entry.Write().ToJsonString(ApiJson.Rules.Options));
        },
        "application/x-ndjson");
}
