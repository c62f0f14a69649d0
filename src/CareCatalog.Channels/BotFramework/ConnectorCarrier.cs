using System.Text.Json;
using CareCatalog.Channels.Sending;

namespace CareCatalog.Channels.BotFramework;

/// <summary>Takes replies out by the <see cref="Connector"/>, which judges their addresses again.</summary>
internal sealed class ConnectorCarrier(Connector connector) : ICarrier
{
    /// <summary>This carrier's name.</summary>
    public const string Carrier = "botframework";

    /// <inheritdoc/>
    public string Name => Carrier;

    /// <inheritdoc/>
    public Task<Delivery> CarryAsync(string payload, CancellationToken cancellation)
    {
        var reply = JsonSerializer.Deserialize(payload, ActivityJson.Rules.Activity)!;
        return connector.SendAsync(reply with { CallerId = null }, reply.CallerId, cancellation);
    }
}
