using System.Text.Json;

namespace CareCatalog.Channels.BotFramework;

/// <summary>What is answered to <c>adaptiveCard/action</c>. Source: Bot Framework, Universal Actions for Adaptive Cards.</summary>
/// <param name="StatusCode">200, or 400 with an error as the value.</param>
/// <param name="Type">What the value is.</param>
/// <param name="Value">A message's text, a card, or an error.</param>
internal sealed record InvokeResponse(int StatusCode, string Type, JsonElement Value)
{
    /// <summary>A text.</summary>
    public const string Message = "application/vnd.microsoft.activity.message";

    /// <summary>An error: <c>{"code","message"}</c>.</summary>
    public const string Error = "application/vnd.microsoft.error";
}
