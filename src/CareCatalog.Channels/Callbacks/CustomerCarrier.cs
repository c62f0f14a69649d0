using CareCatalog.Channels.Sending;
using CareCatalog.Dialogs;

namespace CareCatalog.Channels.Callbacks;

/// <summary>Takes out what could not be said in the answer to a callback: what came late, and what is long.</summary>
/// <param name="name">The line's.</param>
/// <param name="service">The line's.</param>
internal sealed class CustomerCarrier(string name, CustomerService service) : ICarrier
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public Task<Delivery> CarryAsync(OutboundReply reply, CancellationToken cancellation) =>
        service.SendAsync(reply.Address!, MessageTurn.Read(reply.Payload).Text, cancellation);
}
