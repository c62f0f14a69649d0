namespace CareCatalog.Dialogs;

/// <summary>A conversation as stored.</summary>
/// <param name="Id">The channel's id for it.</param>
/// <param name="Version">How many commits it has seen, from 1; compared at the next.</param>
/// <param name="State">What it knows.</param>
/// <param name="LastPosition">The position of the last entry of its transcript; 0 when it has none.</param>
/// <param name="LastTurn">When its last turn was committed.</param>
public sealed record StoredConversation(
    string Id, long Version, Conversation State, long LastPosition, DateTimeOffset LastTurn);
