using System.Data.Common;
using System.Net.WebSockets;
using CareCatalog.Dialogs;

namespace CareCatalog.Channels.DirectLine;

/// <summary>One open stream: activity sets as they come, an empty frame as a sign of life when none come.</summary>
internal sealed class ActivityStream(WebSocket socket, IConversationStore store, Doorbell bell, string conversationId)
{
    private const int LargestFrame = 4096;
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan SlowestSend = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    /// <summary>Streams what follows a position until the client closes, the store fails or the host stops.</summary>
    public async Task RunAsync(long after, CancellationToken stopping)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var listening = ListenAsync(over);
        var status = WebSocketCloseStatus.EndpointUnavailable;
        try
        {
            await SendAsync(after, over.Token);
        }
        catch (Exception end) when (end is OperationCanceledException or WebSocketException)
        {
            // The client has gone or the host stops.
        }
        catch (DbException)
        {
            status = WebSocketCloseStatus.InternalServerError;
        }
        // Others on this conversation wait anew; nobody is left waiting for a stream that is gone.
        bell.Ring(conversationId);
        await CloseAsync(listening.IsCompletedSuccessfully ? listening.Result : status, listening);
    }

    private async Task SendAsync(long after, CancellationToken over)
    {
        while (true)
        {
            var ring = bell.NextRing(conversationId);
            var entries = await store.ReadAsync(conversationId, after, ActivitySet.Limit, over);
            if (entries.Count > 0)
            {
                await SendAsync(ActivitySet.Write(entries, after), over);
                after = entries[^1].Position;
                continue;
            }
            using var quiet = CancellationTokenSource.CreateLinkedTokenSource(over);
            var silence = Task.Delay(Silence, quiet.Token);
            if (await Task.WhenAny(ring, silence) == silence)
            {
                await silence;
                await SendAsync(ReadOnlyMemory<byte>.Empty, over);
            }
            await quiet.CancelAsync();
        }
    }

    private async Task SendAsync(ReadOnlyMemory<byte> frame, CancellationToken over)
    {
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(over);
        inTime.CancelAfter(SlowestSend);
        await socket.SendAsync(frame, WebSocketMessageType.Text, true, inTime.Token);
    }

    // Clients send empty frames as signs of life; whatever else they send is passed over, up to a bound.
    // A receive that is cancelled would tear the socket down before it can be closed, so it is left to end by itself.
    private async Task<WebSocketCloseStatus> ListenAsync(CancellationTokenSource over)
    {
        var frame = new byte[LargestFrame];
        var length = 0;
        try
        {
            while (true)
            {
                var received = await socket.ReceiveAsync(frame.AsMemory(), CancellationToken.None);
                if (received.MessageType == WebSocketMessageType.Close) return WebSocketCloseStatus.NormalClosure;
                if ((length += received.Count) > LargestFrame) return WebSocketCloseStatus.MessageTooBig;
                if (received.EndOfMessage) length = 0;
            }
        }
        catch (Exception end) when (end is WebSocketException or OperationCanceledException)
        {
            return WebSocketCloseStatus.ProtocolError;
        }
        finally
        {
            await over.CancelAsync();
        }
    }

    // A client that does not close in return is cut off.
    private async Task CloseAsync(WebSocketCloseStatus status, Task listening)
    {
        using var soon = new CancellationTokenSource(Farewell);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseAsync(status, null, soon.Token);
        }
        catch (Exception end) when (end is OperationCanceledException or WebSocketException)
        {
            socket.Abort();
        }
        await listening;
    }
}
