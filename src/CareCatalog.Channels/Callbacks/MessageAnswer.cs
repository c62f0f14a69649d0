namespace CareCatalog.Channels.Callbacks;

/// <summary>What answers a message.</summary>
/// <param name="Texts">The texts, in order, each short enough for the platform; empty when there is no answer.</param>
/// <param name="Position">Where the first stands in the transcript; null when nothing was stored.</param>
internal sealed record MessageAnswer(IReadOnlyList<string> Texts, long? Position);
