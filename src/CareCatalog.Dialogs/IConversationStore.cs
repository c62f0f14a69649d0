namespace CareCatalog.Dialogs;

/// <summary>
/// Where conversations are kept between turns. Any node can serve any turn: a commit compares versions, so that of two
/// turns taken at once on the same conversation one is refused and taken again.
/// </summary>
public interface IConversationStore
{
    /// <summary>A conversation; null when it was never begun, has expired or was deleted.</summary>
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

    /// <summary>Deletes what has been silent since before <paramref name="silentSince"/>; returns how many conversations.</summary>
    ValueTask<int> SweepAsync(DateTimeOffset silentSince, CancellationToken cancellation);

    /// <summary>How many conversations there are that have been silent since before a moment; the largest moment counts them all.</summary>
    ValueTask<long> CountAsync(DateTimeOffset silentSince, CancellationToken cancellation);

    /// <summary>Whether the store can be read and written now; throws nothing.</summary>
    ValueTask<bool> IsReachableAsync(CancellationToken cancellation);
}
