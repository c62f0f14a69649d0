using CareCatalog.Channels.BotFramework;

namespace CareCatalog.Channels.DirectLine;

/// <summary>What may be sent when a token is generated or a conversation is started. Source: Direct Line 3.0.</summary>
internal sealed record TokenParameters
{
    /// <summary>The user the token is for.</summary>
    public ChannelAccount? User { get; init; }

    /// <summary>The sites whose pages may use the token.</summary>
    public IReadOnlyList<string?>? TrustedOrigins { get; init; }

    /// <summary>The language of the user's screen.</summary>
    public string? Locale { get; init; }
}
