namespace CareCatalog.Channels.BotFramework;

/// <summary>A button. Source: Bot Framework Activity schema, section Card action.</summary>
/// <param name="Type">What a tap does; <c>imBack</c> says the value as the user.</param>
/// <param name="Title">What the button reads.</param>
/// <param name="Value">What a tap sends.</param>
public sealed record CardAction(string Type, string Title, string Value);
