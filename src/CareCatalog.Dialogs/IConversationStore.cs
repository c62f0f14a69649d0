namespace CareCatalog.Dialogs;

/// <summary>
/// Where conversations are kept between turns. Any node can serve any turn: a commit compares versions, so that of two
/// turns taken at once on the same conversation one is refused and taken again.
/// </summary>
public interface IConversationStore
{
    /// <summary>
    /// A conversation; null when it was never begun, its transcript has expired or it was deleted. Of one whose state alone has
    /// expired nothing is known any more, and the next turn is taken on a new state.
    /// </summary>
    ValueTask<StoredConversation?> FindAsync(string conversationId, CancellationToken cancellation);

    /// <summary>
    /// Writes a turn whole or not at all: the conversation, and the entries it adds to the transcript. A turn taken on
    /// version 0 begins the conversation; what an expired one of the same id left behind is deleted first.
    /// </summary>
    ValueTask<CommitReceipt> CommitAsync(TurnCommit commit, CancellationToken cancellation);

    /// <summary>The transcript after a position, oldest first.</summary>
    /// <param name="conversationId">Whose.</param>
    /// <param name="after">Entries with a greater position are returned; 0 for all.</param>
    /// <param name="limit">At most so many, 1 to 1000.</param>
    /// <param name="cancellation">Stops the reading.</param>
    ValueTask<IReadOnlyList<TranscriptEntry>> ReadAsync(string conversationId, long after, int limit, CancellationToken cancellation);

    /// <summary>Deletes a conversation and its transcript at once.</summary>
    ValueTask DeleteAsync(string conversationId, CancellationToken cancellation);

    /// <summary>Deletes what is to be kept no longer: what dates from <paramref name="until"/> or before; returns of how many conversations, or how many cases.</summary>
    ValueTask<int> SweepAsync(Retained what, DateTimeOffset until, CancellationToken cancellation);

    /// <summary>How many conversations, or closed cases, the next sweep would empty or delete; the largest moment counts all there are.</summary>
    ValueTask<long> CountAsync(Retained what, DateTimeOffset until, CancellationToken cancellation);

    /// <summary>Whether the store can be read and written now; throws nothing.</summary>
    ValueTask<bool> IsReachableAsync(CancellationToken cancellation);
}
