namespace CareCatalog.Channels.BotFramework;

/// <summary>Buttons shown under the last message. Source: Bot Framework Activity schema, section Suggested actions.</summary>
/// <param name="Actions">The buttons, in order.</param>
public sealed record SuggestedActions(IReadOnlyList<CardAction> Actions);
