namespace CareCatalog.Dialogs;

/// <summary>A reply on its way out.</summary>
/// <param name="Conversation">The store's own name of the conversation; not the channel's id.</param>
/// <param name="Position">Its position in the transcript.</param>
/// <param name="Carrier">Who takes it out.</param>
/// <param name="Payload">What the channel wrote; the same at every attempt, ids included.</param>
/// <param name="Attempts">How many times it has been taken, this time included; from 1.</param>
/// <param name="Since">When its turn was committed.</param>
public sealed record OutboundReply(
    string Conversation, long Position, string Carrier, string Payload, int Attempts, DateTimeOffset Since)
{
    /// <summary>Where to; null when the payload says it.</summary>
    public string? Address { get; init; }
}
