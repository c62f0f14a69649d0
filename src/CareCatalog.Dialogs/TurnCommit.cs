namespace CareCatalog.Dialogs;

/// <summary>What one turn writes.</summary>
/// <param name="ConversationId">Whose.</param>
/// <param name="ExpectedVersion">The version the turn was taken on; 0 for a conversation that does not exist yet.</param>
/// <param name="State">The conversation after the turn.</param>
/// <param name="InboundId">The channel's id of the message taken; a second commit with the same id is refused as a duplicate. Null when nothing was received.</param>
/// <param name="Entries">Payloads for the transcript, in order; opaque to the store.</param>
/// <param name="At">When.</param>
public sealed record TurnCommit(
    string ConversationId, long ExpectedVersion, Conversation State, string? InboundId,
    IReadOnlyList<string> Entries, DateTimeOffset At)
{
    /// <summary>
    /// Whether everything kept of the conversation before this turn is deleted with it. Positions go on, and messages taken
    /// before stay taken, so that a late repetition brings nothing back.
    /// </summary>
    public bool Forgets { get; init; }

    /// <summary>How the entries leave; null when they are fetched from the transcript.</summary>
    public Dispatch? Dispatch { get; init; }

    /// <summary>The case that this turn opens; null when nobody asked for a person.</summary>
    public HandoffCase? Case { get; init; }
}
