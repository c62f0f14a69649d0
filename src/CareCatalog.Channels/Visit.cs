using CareCatalog.Dialogs;

namespace CareCatalog.Channels;

/// <summary>来访: one message as a channel hands it in.</summary>
/// <param name="ConversationId">Whose.</param>
/// <param name="InboundId">The channel's id of the message, under which it is taken once; null when the channel gives none.</param>
/// <param name="MayBegin">Whether the visit begins the conversation when there is none; otherwise it is turned away.</param>
/// <param name="Write">
/// Writes the entries of the transcript, given the reply (null when there is none) and the position of the first entry.
/// Called again when the turn is taken again.
/// </param>
public sealed record Visit(
    string ConversationId, string? InboundId, bool MayBegin, Func<Reply?, long, IReadOnlyList<string>> Write)
{
    /// <summary>How the entries leave once they are stored; null when the channel fetches them.</summary>
    public Dispatch? Dispatch { get; init; }
}
