namespace CareCatalog.Channels.BotFramework;

/// <summary>The clouds a bot can be registered in.</summary>
public enum CloudName
{
    /// <summary>The public one.</summary>
    Public,

    /// <summary>That of the United States' government.</summary>
    UsGovernment,
}
