using System.Text.Json;
using CareCatalog.Channels.Sending;
using CareCatalog.Dialogs;

namespace CareCatalog.Channels.BotFramework;

/// <summary>Takes replies out by the <see cref="Connector"/>, which judges their addresses again.</summary>
internal sealed class ConnectorCarrier(Connector connector) : ICarrier
{
    /// <summary>This carrier's name.</summary>
    public const string Carrier = "botframework";

    /// <inheritdoc/>
    public string Name => Carrier;

    /// <inheritdoc/>
    public Task<Delivery> CarryAsync(OutboundReply reply, CancellationToken cancellation)
    {
        var activity = JsonSerializer.Deserialize(reply.Payload, ActivityJson.Rules.Activity)!;
        return connector.SendAsync(activity with { CallerId = null }, activity.CallerId, cancellation);
    }
}
