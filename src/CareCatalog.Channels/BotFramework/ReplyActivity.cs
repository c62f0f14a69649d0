using System.Text.Json;
using CareCatalog.Dialogs;

namespace CareCatalog.Channels.BotFramework;

/// <summary>Puts a reply into the form of activities that answer another.</summary>
internal static class ReplyActivity
{
    /// <summary>The reply to <paramref name="inbound"/> in the form of its channel: one message, or more where the text is too long for one.</summary>
    public static IReadOnlyList<Activity> To(Activity inbound, Reply reply, DateTimeOffset now) =>
        To(inbound, reply, now, ChannelForm.Of(inbound.ChannelId));

    /// <summary>The same in a given form. The card and the buttons stand with the last message, where they are seen.</summary>
    public static IReadOnlyList<Activity> To(Activity inbound, Reply reply, DateTimeOffset now, ChannelForm form)
    {
        var text = form.HasButtons ? reply.Text : NumberedChoice.List(reply.Text, NumberedChoice.Of(reply));
        var pieces = TextPieces.Split(text, form.MostCharacters, TextPieces.Characters);
        var last = Addressed(inbound, "message", now) with
        {
            Locale = LocaleOf(inbound.Locale, reply.Language),
            Text = pieces[^1],
            // Unmarked text is shown as Markdown by Web Chat; the lists' texts are plain.
            TextFormat = "plain",
            InputHint = reply.Asks is null ? "acceptingInput" : "expectingInput",
            SuggestedActions = ButtonsOf(reply, form),
            Attachments = AnswerCard.Of(reply, form),
        };
        return [.. pieces.SkipLast(1).Select(piece => last with { Text = piece, InputHint = "ignoringInput", SuggestedActions = null, Attachments = null }), last];
    }

    /// <summary>Shows that a reply is being made.</summary>
    public static Activity Typing(Activity inbound, DateTimeOffset now) => Addressed(inbound, "typing", now);

    /// <summary>What an activity of ours lists by number, given as JSON.</summary>
    public static IReadOnlyList<string> ChoicesOf(string payload) =>
        JsonSerializer.Deserialize(payload, ActivityJson.Rules.Activity)?.SuggestedActions?.Actions.Select(action => action.Value).ToList() ?? [];

    /// <summary>The language of a sender's screen; Chinese unless it says English.</summary>
    public static Language LanguageOf(string? locale) =>
        locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? Language.English : Language.Chinese;

    // Same conversation, sender and recipient exchanged.
    private static Activity Addressed(Activity inbound, string type, DateTimeOffset now) => new()
    {
        Type = type,
        Timestamp = now,
        ChannelId = inbound.ChannelId,
        ServiceUrl = inbound.ServiceUrl,
        From = inbound.Recipient,
        Recipient = inbound.From,
        Conversation = inbound.Conversation,
        ReplyToId = inbound.Id,
        Locale = inbound.Locale,
    };

    // A channel that shows no buttons passes over them; they say what its numbers stand for.
    private static SuggestedActions? ButtonsOf(Reply reply, ChannelForm form)
    {
        var buttons = form.HasButtons ? reply.Buttons : NumberedChoice.Of(reply);
        return buttons.Count == 0 || form.HasButtonsInCard
            ? null
            : new SuggestedActions([.. buttons.Take(form.MostButtons).Select(button => new CardAction("imBack", Cut(button, form.LongestTitle), button))]);
    }

    private static string Cut(string title, int longest) => title.Length <= longest ? title : title[..(longest - 1)] + "\u2026";

    // The sender's own variety is kept when the reply is in its language.
    private static string LocaleOf(string? locale, string language) =>
        locale?.StartsWith(language, StringComparison.OrdinalIgnoreCase) == true ? locale
        : language == "en" ? "en-US"
        : "zh-CN";
}
