using System.Diagnostics.Metrics;
using CareCatalog.Channels;
using CareCatalog.Channels.DirectLine;

namespace CareCatalog.Web.Watching;

/// <summary>Lets so many requests in at once; the next are asked to come back, at once, so that those within are served in good time.</summary>
/// <param name="limit">How many.</param>
internal sealed class Admission(int limit)
{
    private static readonly Counter<long> TurnedAway = new Meter("CareCatalog.Web").CreateCounter<long>(
        "carecatalog.requests.turned_away", description: "Requests asked to come back because too many were under way.");

    private int within;

    /// <summary>Serves a request, or turns it away.</summary>
    public async Task ServeAsync(HttpContext context, RequestDelegate next)
    {
        // Streams stay open for long and cost little; and who watches must always get in.
        if (context.WebSockets.IsWebSocketRequest || Health.Owns(context.Request.Path))
        {
            await next(context);
            return;
        }
        try
        {
            if (Interlocked.Increment(ref within) <= limit)
            {
                await next(context);
                return;
            }
            TurnedAway.Add(1);
            var refusal = new Refusal(StatusCodes.Status503ServiceUnavailable, "Busy", "Too many requests are under way; try again shortly.");
            await (DirectLineChannel.Owns(context.Request.Path) ? DirectLineChannel.RefuseAsync(context, refusal) : Problem.WriteAsync(context, refusal));
        }
        finally
        {
            Interlocked.Decrement(ref within);
        }
    }
}
