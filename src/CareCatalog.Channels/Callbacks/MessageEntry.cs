namespace CareCatalog.Channels.Callbacks;

/// <summary>A reply as it stands in the transcript.</summary>
/// <param name="Text">The text as shown, choices and all.</param>
/// <param name="Choices">What is chosen by number.</param>
internal sealed record MessageEntry(string Text, IReadOnlyList<string> Choices);
