using System.Text.Json;

namespace CareCatalog.Channels.BotFramework;

/// <summary>Reads what a tapped button says, wherever a channel puts it.</summary>
internal static class ButtonData
{
    private const string Text = "text";

    /// <summary>The words of a message: its text, or those of the button that was tapped in its place.</summary>
    public static string WordsOf(Activity activity) =>
        string.IsNullOrWhiteSpace(activity.Text) ? WordsIn(activity.Value) ?? activity.Text ?? "" : activity.Text;

    /// <summary>The words of a card's button that came as an invoke; null when there are none.</summary>
    public static string? WordsOfInvoke(Activity activity) =>
        activity.Value is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty("action", out var action)
        && action.ValueKind == JsonValueKind.Object && action.TryGetProperty("data", out var data)
            ? WordsIn(data)
            : null;

    private static string? WordsIn(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } said => said.GetString(),
        { ValueKind: JsonValueKind.Object } data when data.TryGetProperty(Text, out var said) && said.ValueKind == JsonValueKind.String => said.GetString(),
        _ => null,
    };
}
