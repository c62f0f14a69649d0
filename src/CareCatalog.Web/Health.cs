using CareCatalog.Channels;
using CareCatalog.Dialogs;
using CareCatalog.Web.Api;
using CareCatalog.Web.Watching;

namespace CareCatalog.Web;

/// <summary>What load balancers and operators ask.</summary>
internal static class Health
{
    /// <summary>Whether a path is asked by those who watch the host.</summary>
    public static bool Owns(PathString path) => path.Value is "/healthz" or "/readyz" or "/metrics";

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        // The process alone.
        routes.MapGet("/healthz", () => Results.Text("ok")).ExcludeFromDescription();

        // Whether it can answer: an edition in force, a store that takes writes, and nobody has told it to stop.
        routes.MapGet("/readyz", async (EditionInForce edition, IConversationStore store, Drain drain, IEnumerable<ChannelState> channels, CancellationToken cancellation) =>
        {
            var stores = await store.IsReachableAsync(cancellation);
            var ready = stores && !drain.HasBegun;
            return Results.Json(
                new ReadyView(
                    ready, edition.Current.Version, stores ? "reachable" : "unreachable",
                    channels.ToDictionary(channel => channel.Name, channel => channel.Detail, StringComparer.Ordinal)),
                ApiJson.Rules.ReadyView,
                statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        }).ExcludeFromDescription();
    }
}
