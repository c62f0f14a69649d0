namespace CareCatalog.Channels.BotFramework;

/// <summary>The replies to an activity that asked for them in the response.</summary>
/// <param name="Activities">In the order in which they are to be shown.</param>
public sealed record ReplySet(IReadOnlyList<Activity> Activities);
