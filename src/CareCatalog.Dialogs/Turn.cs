namespace CareCatalog.Dialogs;

/// <summary>One question taken: the conversation after it and the answer.</summary>
/// <param name="After">The conversation as it stands now.</param>
/// <param name="Reply">The answer in words.</param>
public sealed record Turn(Conversation After, Reply Reply);
