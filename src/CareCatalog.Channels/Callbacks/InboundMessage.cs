namespace CareCatalog.Channels.Callbacks;

/// <summary>来讯: a message or event as WeChat and WeCom hand it in.</summary>
/// <param name="Account">The account it was sent to.</param>
/// <param name="Sender">Who sent it, by the platform's id.</param>
/// <param name="Id">Under which it is taken once.</param>
/// <param name="Kind">What is to be done with it.</param>
/// <param name="Text">What was said; empty where nothing was.</param>
internal sealed record InboundMessage(string Account, string Sender, string Id, MessageKind Kind, string Text)
{
    private const int LongestId = 128;

    /// <summary>Reads the fields of a callback; null when one that must be there is missing.</summary>
    public static InboundMessage? Read(IReadOnlyDictionary<string, string> fields)
    {
        string Field(string name) => fields.GetValueOrDefault(name, "").Trim();
        var (account, sender, type, change) = (Field("ToUserName"), Field("FromUserName"), Field("MsgType"), Field("Event"));
        var id = Field("MsgId") is { Length: > 0 } own ? own : $"{change}:{Field("CreateTime")}";
        if (account.Length == 0 || type.Length == 0 || new[] { account, sender, id }.Any(name => name.Length is 0 or > LongestId)) return null;
        return type switch
        {
            "text" => new(account, sender, id, MessageKind.Said, Field("Content")),
            // Heard by the platform, where that is switched on.
            "voice" => new(account, sender, id, MessageKind.Said, Field("Recognition")),
            "event" => new(account, sender, id, KindOf(change), Field("EventKey")),
            _ => new(account, sender, id, MessageKind.Said, ""),
        };
    }

    private static MessageKind KindOf(string change) => change.ToLowerInvariant() switch
    {
        "subscribe" or "enter_agent" => MessageKind.Came,
        "unsubscribe" => MessageKind.Left,
        "click" => MessageKind.Said,
        _ => MessageKind.Other,
    };
}
