using CareCatalog.Dialogs;

namespace CareCatalog.Web.Api;

/// <summary>The REST API, version 1, and its description.</summary>
internal static class CatalogueApi
{
    public static void AddCatalogueApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            ApiJson.Apply(json.SerializerOptions);
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
        });
        services.AddProblemDetails();
        services.AddOpenApi();
    }

    public static void MapCatalogueApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1");
        api.MapPost("/answers", Answers.AnswerAsync).WithSummary("Answers one question; nothing is kept.")
            .Accepts<AnswerRequest>("application/json").Produces<Reply>().ProducesProblem(400).ProducesProblem(413).ProducesProblem(415).ProducesProblem(429);
        api.MapGet("/services", Services.List).WithSummary("The rows of the lists, page by page.")
            .Produces<ServicePage>().ProducesProblem(400);
        api.MapGet("/services/{id}", Services.Find).WithSummary("One row, with its errata and its source.")
            .Produces<ServiceView>().ProducesProblem(400).ProducesProblem(404);
        api.MapGet("/search", Services.Search).WithSummary("The rows of the whole country that are likest to a text, best first.")
            .Produces<ServicePage>().ProducesProblem(400);
        api.MapGet("/jurisdictions", Services.Jurisdictions).WithSummary("The places that have published a list.")
            .Produces<IReadOnlyList<JurisdictionView>>();
        api.MapGet("/compare", Comparisons.Compare).WithSummary("Lists beside the national index, service by service.")
            .Produces(200, contentType: "application/json").ProducesProblem(400);
        api.MapGet("/compare.svg", Comparisons.Draw).WithSummary("The same, drawn: places by national services.")
            .Produces(200, contentType: "image/svg+xml").ProducesProblem(400);
        api.MapGet("/export.json", Exports.Json).WithSummary("The whole edition as JSON.").Produces(200, contentType: "application/json");
        api.MapGet("/export.csv", Exports.Commas).WithSummary("The rows of the edition as a table.").Produces(200, contentType: "text/csv");
        routes.MapOpenApi();
    }
}
