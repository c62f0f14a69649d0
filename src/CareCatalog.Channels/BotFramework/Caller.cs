namespace CareCatalog.Channels.BotFramework;

/// <summary>Whoever was let in at <c>/api/messages</c>.</summary>
/// <param name="Kind">By which way.</param>
/// <param name="AppId">The parent bot's app id; null of others.</param>
/// <param name="ServiceUrl">Where replies go, as the token says; channels' tokens must say it.</param>
/// <param name="Endorsements">Channels for which the token's key is good; null when the key does not say.</param>
internal sealed record Caller(CallerKind Kind, string? AppId = null, string? ServiceUrl = null, IReadOnlyList<string>? Endorsements = null)
{
    /// <summary>One who brought nothing and needs nothing.</summary>
    public static readonly Caller Anyone = new(CallerKind.Anyone);

    /// <summary>Why this caller may not hand in the activity; null when it may.</summary>
    public Refusal? Judge(Activity activity)
    {
        if (Kind != CallerKind.Channel) return null;
        if (ServiceUrl is null || !string.Equals(ServiceUrl, activity.ServiceUrl, StringComparison.Ordinal))
            return new Refusal(403, "ServiceUrlMismatch", "The token is for another serviceUrl.");
        return Endorsements is not null && !Endorsements.Contains(activity.ChannelId ?? "", StringComparer.Ordinal)
            ? new Refusal(403, "ChannelNotEndorsed", "The token's key is not endorsed for this channel.")
            : null;
    }

    /// <summary>The conversation's name in the store: one channel's or parent's conversation is never another's.</summary>
    public string NameOf(Activity activity)
    {
        var channel = $"{Uri.EscapeDataString(activity.ChannelId ?? "")}:{activity.Conversation!.Id}";
        return Kind == CallerKind.Parent ? $"{AppId}/{channel}" : channel;
    }
}
