namespace CareCatalog.Channels.BotFramework;

/// <summary>What a cloud's tokens are known by. Source: bot-docs, Authenticate requests with the Bot Connector API.</summary>
/// <param name="ChannelIssuer">Who issues the tokens of channels.</param>
/// <param name="ChannelMetadata">OpenID metadata of those tokens.</param>
/// <param name="EmulatorMetadata">OpenID metadata of the tokens of the Emulator and of parent bots.</param>
/// <param name="Login">Where tenants sign in.</param>
/// <param name="BotTenant">The tenant in which bots of many tenants ask for their tokens.</param>
/// <param name="Scope">What the bot's own token is for.</param>
internal sealed record Cloud(
    string ChannelIssuer, string ChannelMetadata, string EmulatorMetadata, string Login, string BotTenant, string Scope)
{
    private static readonly Cloud Public = new(
        "https://api.botframework.com",
        "https://login.botframework.com/v1/.well-known/openidconfiguration",
        "https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration",
        "https://login.microsoftonline.com",
        "botframework.com",
        "https://api.botframework.com/.default");

    private static readonly Cloud UsGovernment = new(
        "https://api.botframework.us",
        "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        "https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0/.well-known/openid-configuration",
        "https://login.microsoftonline.us",
        "MicrosoftServices.onmicrosoft.us",
        "https://api.botframework.us/.default");

    private static readonly string[] PublicTenants = ["d6d49420-f39b-4df7-a1dc-d59a935871db", "f8cdef31-a31e-4b4a-93e4-5f571e91255a"];
    private static readonly string[] GovernmentTenants = ["cab8a31a-1906-4287-a0d8-4eef66b95f6e", "f8cdef31-a31e-4b4a-93e4-5f571e91255a"];

    /// <summary>The cloud of a name.</summary>
    public static Cloud Of(CloudName name) => name == CloudName.UsGovernment ? UsGovernment : Public;

    /// <summary>Who issues the tokens of the Emulator and of parent bots: the Bot Framework's own tenants, and the bot's.</summary>
    public IEnumerable<string> AppIssuers(string? tenant)
    {
        var own = string.IsNullOrWhiteSpace(tenant) ? Array.Empty<string>() : [tenant];
        return (this == UsGovernment ? GovernmentTenants : PublicTenants).Concat(own)
            .SelectMany(id => new[] { $"https://sts.windows.net/{id}/", $"{Login}/{id}/v2.0" });
    }

    /// <summary>Where a bot asks for its tokens.</summary>
    public string TokenUrl(string? tenant) => $"{Login}/{(string.IsNullOrWhiteSpace(tenant) ? BotTenant : tenant)}/oauth2/v2.0/token";
}
