namespace CareCatalog.Dialogs;

/// <summary>One entry of a conversation's transcript.</summary>
/// <param name="Position">From 1, without gaps within a conversation: the watermark.</param>
/// <param name="Payload">What the channel wrote, opaque to the store.</param>
public sealed record TranscriptEntry(long Position, string Payload);
