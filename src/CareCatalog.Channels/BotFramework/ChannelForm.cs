using System.Collections.Frozen;

namespace CareCatalog.Channels.BotFramework;

/// <summary>The form a reply takes on a channel. Source: bot-docs, Channels reference.</summary>
/// <param name="HasButtons">Whether buttons can be tapped; otherwise they are listed by number in the text.</param>
internal sealed record ChannelForm(bool HasButtons)
{
    private static readonly ChannelForm Plain = new(HasButtons: true);

    private static readonly FrozenDictionary<string, ChannelForm> Known = new Dictionary<string, ChannelForm>(StringComparer.Ordinal)
    {
        ["msteams"] = new(HasButtons: true) { CardVersion = "1.5", HasButtonsInCard = true, MostCharacters = 12_000 },
        ["webchat"] = new(HasButtons: true) { CardVersion = "1.5" },
        ["emulator"] = new(HasButtons: true) { CardVersion = "1.3" },
        ["directline"] = Plain,
        ["slack"] = new(HasButtons: false) { MostCharacters = 4_000 },
        ["telegram"] = new(HasButtons: true) { MostCharacters = 4_096 },
        ["line"] = new(HasButtons: true) { MostCharacters = 5_000, MostButtons = 13, LongestTitle = 20 },
        ["facebook"] = new(HasButtons: true) { MostCharacters = 2_000, MostButtons = 11, LongestTitle = 20 },
        ["email"] = new(HasButtons: false),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The version of Adaptive Cards that the channel shows; null when it shows none.</summary>
    public string? CardVersion { get; init; }

    /// <summary>Whether buttons stand in the card: where many talk, those under a message are not shown.</summary>
    public bool HasButtonsInCard { get; init; }

    /// <summary>The longest text of one message, in UTF-16 characters.</summary>
    public int MostCharacters { get; init; } = int.MaxValue;

    /// <summary>How many buttons are shown.</summary>
    public int MostButtons { get; init; } = int.MaxValue;

    /// <summary>The longest title of a button, in characters; what a tap says is never cut.</summary>
    public int LongestTitle { get; init; } = int.MaxValue;

    /// <summary>The form on a channel; one that is not known gets text and buttons, and no card.</summary>
    public static ChannelForm Of(string? channelId) => Known.GetValueOrDefault(channelId ?? "", Plain);
}
