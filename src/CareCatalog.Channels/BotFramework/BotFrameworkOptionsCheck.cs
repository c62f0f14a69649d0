using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CareCatalog.Channels.BotFramework;

/// <summary>Keeps an unauthenticated bot, or one that trusts keys sent in the clear, from starting anywhere but in Development.</summary>
internal sealed class BotFrameworkOptionsCheck(IHostEnvironment environment) : IValidateOptions<BotFrameworkOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, BotFrameworkOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.AppId) && !environment.IsDevelopment())
        {
            return ValidateOptionsResult.Fail(
                "BotFramework:AppId is not set. Without it /api/messages would be open to anyone, so only Development starts.");
        }
        var bad = Addresses(options).Where(address => !IsTrusted(address.Url)).Select(address => $"BotFramework:{address.Name} is not an https address.").ToList();
        return bad.Count > 0 ? ValidateOptionsResult.Fail(bad) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<(string Name, string? Url)> Addresses(BotFrameworkOptions options) =>
    [
        (nameof(options.ChannelMetadataUrl), options.ChannelMetadataUrl),
        (nameof(options.EmulatorMetadataUrl), options.EmulatorMetadataUrl),
        (nameof(options.TokenUrl), options.TokenUrl),
    ];

    private bool IsTrusted(string? url) => string.IsNullOrWhiteSpace(url)
        || (Uri.TryCreate(url, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (environment.IsDevelopment() && address.IsLoopback && address.Scheme == Uri.UriSchemeHttp)));
}
