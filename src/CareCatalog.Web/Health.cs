using CareCatalog.Channels;
using CareCatalog.Dialogs;
using CareCatalog.Web.Api;

namespace CareCatalog.Web;

/// <summary>What load balancers and operators ask.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        // The process alone.
        routes.MapGet("/healthz", () => Results.Text("ok")).ExcludeFromDescription();

        // Whether it can answer: an edition in force, and a store that takes writes.
        routes.MapGet("/readyz", async (EditionInForce edition, IConversationStore store, IEnumerable<ChannelState> channels, CancellationToken cancellation) =>
        {
            var stores = await store.IsReachableAsync(cancellation);
            return Results.Json(
                new ReadyView(
                    stores, edition.Current.Version, stores ? "reachable" : "unreachable",
                    channels.ToDictionary(channel => channel.Name, channel => channel.Detail, StringComparer.Ordinal)),
                ApiJson.Rules.ReadyView,
                statusCode: stores ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        }).ExcludeFromDescription();
    }
}
