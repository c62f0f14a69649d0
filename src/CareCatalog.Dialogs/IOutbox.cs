namespace CareCatalog.Dialogs;

/// <summary>
/// 待发: replies committed with their turns that a carrier has still to take out. Each leaves at least once, those of one
/// conversation in their order; nothing leaves that was not committed.
/// </summary>
public interface IOutbox
{
    /// <summary>Takes the next reply of each conversation that is due, the longest due first; others do not see it until the lease is over.</summary>
    /// <param name="limit">At most so many, 1 to 1000.</param>
    /// <param name="lease">How long the taker has before the reply is due again; positive.</param>
    /// <param name="cancellation">Stops the taking.</param>
    ValueTask<IReadOnlyList<OutboundReply>> TakeDueAsync(int limit, TimeSpan lease, CancellationToken cancellation);

    /// <summary>Strikes a reply off, or puts it back until <paramref name="again"/>. Of one that is gone nothing happens.</summary>
    ValueTask SettleAsync(OutboundReply reply, DateTimeOffset? again, CancellationToken cancellation);

    /// <summary>Strikes a reply off that was handed over otherwise. Of one that is gone nothing happens.</summary>
    /// <param name="conversationId">The channel's id of the conversation.</param>
    /// <param name="position">The reply's position in the transcript.</param>
    /// <param name="cancellation">Stops the striking.</param>
    ValueTask StrikeAsync(string conversationId, long position, CancellationToken cancellation);

    /// <summary>How many replies wait.</summary>
    ValueTask<long> CountWaitingAsync(CancellationToken cancellation);
}
