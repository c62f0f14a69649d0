using System.Net.WebSockets;
using CareCatalog.Dialogs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace CareCatalog.Channels.DirectLine;

/// <summary>The desk that opens streams: <c>GET /v3/directline/conversations/{id}/stream</c>.</summary>
internal sealed class StreamDesk(
    DirectLineGate gate, OriginRule origins, IConversationStore store, Doorbell bell, IHostApplicationLifetime life)
{
    /// <summary>Streams a conversation until either side closes.</summary>
    public async Task<Refusal?> OpenAsync(HttpContext context)
    {
        var id = (string)context.GetRouteValue("id")!;
        var (_, refusal) = gate.AdmitToStream(context.Request, context.Request.Query["t"], id);
        if (refusal is not null) return refusal;
        (var after, refusal) = ActivitySet.ReadWatermark(context.Request.Query["watermark"]);
        if (refusal is not null) return refusal;
        if (!origins.Allows(context.Request))
            return new Refusal(403, "OriginNotAllowed", "This site is not in DirectLine:AllowedOrigins.");
        if (!context.WebSockets.IsWebSocketRequest)
            return new Refusal(426, "UpgradeRequired", "The stream is a WebSocket.");
        if (await store.FindAsync(id, context.RequestAborted) is not { } conversation) return ConversationDesk.NotFound;

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping);
        TurnTelemetry.Streams.Add(1);
        try
        {
            await new ActivityStream(socket, store, bell, id).RunAsync(after ?? conversation.LastPosition, stopping.Token);
        }
        finally
        {
            TurnTelemetry.Streams.Add(-1);
        }
        if (socket.State != WebSocketState.Closed) context.Abort();
        return null;
    }
}
