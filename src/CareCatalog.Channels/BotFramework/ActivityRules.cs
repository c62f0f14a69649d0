using System.Text.Json;

namespace CareCatalog.Channels.BotFramework;

/// <summary>What an activity must keep to, whichever door it comes to.</summary>
public static class ActivityRules
{
    /// <summary>The longest text accepted, in UTF-16 characters.</summary>
    public const int LongestText = 4_000;

    private const int LongestId = 512;
    private const int MostAttachments = 10;
    private const int MostMembers = 100;

    /// <summary>Why the activity is not accepted; null when it is.</summary>
    public static Refusal? Judge(Activity activity) =>
        Judge(activity.Text)
        ?? (activity.Type is not { Length: > 0 and <= 64 } ? Bad("type is missing or longer than 64 characters.") : null)
        ?? Ids(activity).Select(id => JudgeId(id.Name, id.Value)).FirstOrDefault(refusal => refusal is not null)
        ?? (Count(activity.Attachments) > MostAttachments ? Bad($"There are more than {MostAttachments} attachments.") : null)
        ?? (activity.MembersAdded?.Count > MostMembers ? Bad($"There are more than {MostMembers} members.") : null);

    /// <summary>Why a text is not accepted; null when it is.</summary>
    public static Refusal? Judge(string? text)
    {
        if (text is null) return null;
        if (text.Length > LongestText)
            return new Refusal(400, "TextTooLong", $"The text is longer than {LongestText:N0} characters.");
        if (text.Contains('\0', StringComparison.Ordinal)) return Bad("The text holds a NUL character.");
        return null;
    }

    private static IEnumerable<(string Name, string? Value)> Ids(Activity activity) =>
    [
        ("id", activity.Id), ("channelId", activity.ChannelId), ("conversation.id", activity.Conversation?.Id),
        ("from.id", activity.From?.Id), ("from.name", activity.From?.Name),
        ("recipient.id", activity.Recipient?.Id), ("recipient.name", activity.Recipient?.Name),
        ("replyToId", activity.ReplyToId), ("locale", activity.Locale), ("name", activity.Name),
    ];

    private static Refusal? JudgeId(string name, string? value) =>
        // Dots alone would be a way within an address, not an id.
        value is not null && (value.Length > LongestId || value is "." or ".." || value.Any(char.IsControl))
            ? Bad($"{name} is longer than {LongestId} characters, is no id or holds a control character.")
            : null;

    private static int Count(JsonElement? list) => list is { ValueKind: JsonValueKind.Array } array ? array.GetArrayLength() : 0;

    private static Refusal Bad(string reason) => new(400, "BadArgument", reason);
}
