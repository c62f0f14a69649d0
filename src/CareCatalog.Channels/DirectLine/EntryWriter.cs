using System.Text.Json;
using CareCatalog.Channels.BotFramework;
using CareCatalog.Dialogs;

namespace CareCatalog.Channels.DirectLine;

/// <summary>Writes activities into a conversation's transcript as clients will read them.</summary>
/// <param name="conversationId">Whose.</param>
/// <param name="user">The user's id, put on every activity whatever the client said.</param>
/// <param name="clock">The time of each activity.</param>
internal sealed class EntryWriter(string conversationId, string user, TimeProvider clock)
{
    private static readonly ChannelAccount Bot = new() { Id = "carecatalog", Name = "CareCatalog", Role = "bot" };

    /// <summary>The greeting.</summary>
    public IReadOnlyList<string> Greeting(Reply greeting, string? locale, long position) =>
        [Write(Answer(Inbound(new Activity { Locale = locale }), greeting), position)];

    /// <summary>What the user sent, then the reply: clients hold a reply back until they have seen what it replies to.</summary>
    public IReadOnlyList<string> Exchange(Activity sent, Reply? reply, long position)
    {
        var inbound = Inbound(sent) with { Id = ConversationNames.OfActivity(conversationId, position) };
        var echo = Write(inbound with { Recipient = null }, position);
        return reply is null ? [echo] : [echo, Write(Answer(inbound, reply, sent.ChannelId == "webchat" ? sent.ChannelId : null), position + 1)];
    }

    // Screens that know the assistant set the parts of an answer apart; Web Chat, which names itself, is given a card; others show the text.
    private Activity Answer(Activity inbound, Reply reply, string? client = null) =>
        ReplyActivity.To(inbound, reply, clock.GetUtcNow(), ChannelForm.Of(client)).Single() with
    {
        ChannelData = JsonSerializer.SerializeToElement(new ReplyData(reply), ActivityJson.Rules.ReplyData),
    };

    private Activity Inbound(Activity sent) => sent with
    {
        Id = null,
        Timestamp = clock.GetUtcNow(),
        ChannelId = "directline",
        ServiceUrl = null,
        DeliveryMode = null,
        From = new ChannelAccount { Id = user, Name = sent.From?.Name, Role = "user" },
        Recipient = Bot,
        Conversation = new ConversationAccount { Id = conversationId },
    };

    private string Write(Activity activity, long position) => JsonSerializer.Serialize(
        activity with { Id = ConversationNames.OfActivity(conversationId, position) }, ActivityJson.Rules.Activity);
}
