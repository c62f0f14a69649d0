using CareCatalog.Dialogs;

namespace CareCatalog.Channels.Sending;

/// <summary>Takes replies out by one connector.</summary>
public interface ICarrier
{
    /// <summary>What visits and outbox call it.</summary>
    string Name { get; }

    /// <summary>Takes one reply out; throws nothing but <see cref="OperationCanceledException"/>. May see the same reply again.</summary>
    /// <param name="reply">What the channel wrote when the turn was committed, ids included.</param>
    /// <param name="cancellation">Stops the attempt; the reply is handed over again later.</param>
    Task<Delivery> CarryAsync(OutboundReply reply, CancellationToken cancellation);
}
