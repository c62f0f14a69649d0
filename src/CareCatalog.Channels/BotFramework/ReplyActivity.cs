using CareCatalog.Dialogs;

namespace CareCatalog.Channels.BotFramework;

/// <summary>Puts a reply into the form of an activity that answers another.</summary>
internal static class ReplyActivity
{
    /// <summary>The reply to <paramref name="inbound"/>: same conversation, sender and recipient exchanged.</summary>
    public static Activity To(Activity inbound, Reply reply, DateTimeOffset now) => new()
    {
        Type = "message",
        Timestamp = now,
        ChannelId = inbound.ChannelId,
        ServiceUrl = inbound.ServiceUrl,
        From = inbound.Recipient,
        Recipient = inbound.From,
        Conversation = inbound.Conversation,
        ReplyToId = inbound.Id,
        Locale = LocaleOf(inbound.Locale, reply.Language),
        Text = reply.Text,
        // Unmarked text is shown as Markdown by Web Chat; the lists' texts are plain.
        TextFormat = "plain",
        InputHint = reply.Asks is null ? "acceptingInput" : "expectingInput",
        SuggestedActions = reply.Buttons.Count == 0
            ? null
            : new SuggestedActions([.. reply.Buttons.Select(button => new CardAction("imBack", button, button))]),
    };

    /// <summary>The language of a sender's screen; Chinese unless it says English.</summary>
    public static Language LanguageOf(string? locale) =>
        locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? Language.English : Language.Chinese;

    // The sender's own variety is kept when the reply is in its language.
    private static string LocaleOf(string? locale, string language) =>
        locale?.StartsWith(language, StringComparison.OrdinalIgnoreCase) == true ? locale
        : language == "en" ? "en-US"
        : "zh-CN";
}
