using System.Text.Json;
using System.Text.Json.Nodes;
using CareCatalog.Dialogs;

namespace CareCatalog.Channels.BotFramework;

/// <summary>
/// The card beside an answer's text: what it is, whom to contact, where it is written, numbers to dial. The text is complete
/// without it. All words are text runs, which no client reads as markup.
/// </summary>
internal static class AnswerCard
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";
    private const int MostCalls = 3;

    /// <summary>The card as the one attachment of an activity; null when it would hold nothing.</summary>
    public static JsonElement? Of(Reply reply, ChannelForm form)
    {
        if (form.CardVersion is null) return null;
        var body = new JsonArray([.. reply.Parts.Select(Element)]);
        var actions = new JsonArray([.. Calls(reply), .. form.HasButtonsInCard ? reply.Buttons.Select(Say) : []]);
        foreach (var list in new[] { body, actions })
            for (var i = list.Count - 1; i >= 0; i--)
                if (list[i] is null) list.RemoveAt(i);
        if (body.Count == 0 && !(form.HasButtonsInCard && reply.Buttons.Count > 0)) return null;

        var card = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = form.CardVersion,
            ["lang"] = reply.Language,
            ["fallbackText"] = reply.Text,
            ["body"] = body,
            ["actions"] = actions,
        };
        var attachments = new JsonArray(new JsonObject { ["contentType"] = CardType, ["content"] = card });
        return JsonSerializer.SerializeToElement(attachments, ActivityJson.Rules.JsonArray);
    }

    private static JsonNode? Element(ReplyPart part) => part.Kind switch
    {
        "lead" or "passage" => Words(part.Text, run => run["weight"] = "Bolder"),
        "banner" or "hotline" => Box("attention", part.Text),
        "contact" => Box("emphasis", part.Text),
        "source" => Words(part.Text, run => (run["isSubtle"], run["size"]) = (true, "Small")),
        _ => null,
    };

    private static JsonObject Box(string style, string text) => new()
    {
        ["type"] = "Container",
        ["style"] = style,
        ["items"] = new JsonArray(Words(text, _ => { })),
    };

    private static JsonObject Words(string text, Action<JsonObject> dress)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = text };
        dress(run);
        return new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(run) };
    }

    // Only digits ever become an address.
    private static IEnumerable<JsonNode> Calls(Reply reply) =>
        reply.Hotlines.Where(number => number.Length is >= 3 and <= 8 && number.All(char.IsAsciiDigit)).Take(MostCalls)
            .Select(number => new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = $"\u260e {number}", ["url"] = $"tel:{number}" });

    // Teams says the words in the talk; others hand them in as the value.
    private static JsonObject Say(string button) => new()
    {
        ["type"] = "Action.Submit",
        ["title"] = button,
        ["data"] = new JsonObject { ["text"] = button, ["msteams"] = new JsonObject { ["type"] = "imBack", ["value"] = button } },
    };
}
