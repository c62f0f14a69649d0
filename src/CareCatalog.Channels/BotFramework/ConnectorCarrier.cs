using System.Text.Json;
using CareCatalog.Channels.Sending;

namespace CareCatalog.Channels.BotFramework;

/// <summary>Takes replies out by the <see cref="Connector"/>.</summary>
internal sealed class ConnectorCarrier(Connector connector, ServiceAddress addresses) : ICarrier
{
    /// <summary>This carrier's name.</summary>
    public const string Carrier = "botframework";

    /// <inheritdoc/>
    public string Name => Carrier;

    /// <inheritdoc/>
    public async Task<Delivery> CarryAsync(string payload, CancellationToken cancellation)
    {
        var reply = JsonSerializer.Deserialize(payload, ActivityJson.Rules.Activity)!;
        // Judged again: what was allowed when the turn was taken may have been taken off the list since.
        if (addresses.Judge(reply.ServiceUrl) is not null) return Delivery.Never;
        return await connector.SendAsync(reply, cancellation) ? Delivery.Delivered : Delivery.Later;
    }
}
