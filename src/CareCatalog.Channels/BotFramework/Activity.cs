using System.Text.Json;
using System.Text.Json.Serialization;

namespace CareCatalog.Channels.BotFramework;

/// <summary>One message or event between a channel and the assistant. Source: Bot Framework Activity schema.</summary>
public sealed record Activity
{
    /// <summary><c>message</c>, <c>conversationUpdate</c>, <c>typing</c>, <c>event</c>, <c>invoke</c>, …</summary>
    public string? Type { get; init; }

    /// <summary>The channel's id of this activity.</summary>
    public string? Id { get; init; }

    /// <summary>Whom a reply goes to when that is a parent bot; a name within the house, never sent and never believed.</summary>
    public string? CallerId { get; init; }

    /// <summary>When it was sent.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary><c>msteams</c>, <c>directline</c>, <c>emulator</c>, …</summary>
    public string? ChannelId { get; init; }

    /// <summary>Where replies are posted to.</summary>
    public string? ServiceUrl { get; init; }

    /// <summary>Who sent it.</summary>
    public ChannelAccount? From { get; init; }

    /// <summary>Whom it is for.</summary>
    public ChannelAccount? Recipient { get; init; }

    /// <summary>The conversation.</summary>
    public ConversationAccount? Conversation { get; init; }

    /// <summary>The activity this one replies to.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>The language of the text or of the sender's screen, as in <c>zh-CN</c>.</summary>
    public string? Locale { get; init; }

    /// <summary>What was written.</summary>
    public string? Text { get; init; }

    /// <summary><c>plain</c>, <c>markdown</c> or <c>xml</c>.</summary>
    public string? TextFormat { get; init; }

    /// <summary><c>acceptingInput</c>, <c>expectingInput</c> or <c>ignoringInput</c>.</summary>
    public string? InputHint { get; init; }

    /// <summary><c>expectReplies</c> asks for the replies in the response; otherwise they are posted to <see cref="ServiceUrl"/>.</summary>
    public string? DeliveryMode { get; init; }

    /// <summary>What an invoke or event is about, as in <c>adaptiveCard/action</c>.</summary>
    public string? Name { get; init; }

    /// <summary>What a button, an invoke or an event carries; any JSON.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>Cards and files; a list when the sender keeps to the schema, any JSON otherwise.</summary>
    public JsonElement? Attachments { get; init; }

    /// <summary>Who came into the conversation.</summary>
    public IReadOnlyList<ChannelAccount?>? MembersAdded { get; init; }

    /// <summary>Buttons.</summary>
    public SuggestedActions? SuggestedActions { get; init; }

    /// <summary>What the channel adds of its own; passed on unchanged.</summary>
    public JsonElement? ChannelData { get; init; }

    /// <summary>Fields not named here, kept as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest { get; set; }
}
