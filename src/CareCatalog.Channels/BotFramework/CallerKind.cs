namespace CareCatalog.Channels.BotFramework;

/// <summary>By which way a caller came.</summary>
internal enum CallerKind
{
    /// <summary>Without a token, in Development only.</summary>
    Anyone,

    /// <summary>A channel, through the Bot Framework's service.</summary>
    Channel,

    /// <summary>The Emulator, with the bot's own credentials.</summary>
    Emulator,

    /// <summary>A parent bot that calls this one as a skill.</summary>
    Parent,
}
