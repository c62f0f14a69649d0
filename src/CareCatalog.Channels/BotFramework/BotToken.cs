using System.Net.Http.Json;
using Microsoft.Extensions.Options;

namespace CareCatalog.Channels.BotFramework;

/// <summary>The bot's own token, by its client credentials (RFC 6749, 4.4): kept, and asked for anew before it expires.</summary>
internal sealed class BotToken(IOptions<BotFrameworkOptions> options, TimeProvider clock) : IDisposable
{
    private readonly TokenCache kept = new(clock);
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = 64 * 1024,
    };

    /// <summary>The token for a parent bot, or for the channels; null when the bot has no password.</summary>
    /// <exception cref="HttpRequestException">The issuer is out of reach or gives none.</exception>
    public async Task<string?> FindAsync(string? parent, CancellationToken cancellation) =>
        string.IsNullOrWhiteSpace(options.Value.AppId) || string.IsNullOrWhiteSpace(options.Value.AppPassword)
            ? null
            : await kept.FindAsync(ScopeFor(parent), stop => AskAsync(ScopeFor(parent), stop), cancellation);

    /// <summary>Forgets the token, which was not accepted.</summary>
    public Task ForgetAsync(string? parent, CancellationToken cancellation) => kept.ForgetAsync(ScopeFor(parent), cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        client.Dispose();
        kept.Dispose();
    }

    private string ScopeFor(string? parent) => parent is null ? Cloud.Of(options.Value.Cloud).Scope : $"{parent}/.default";

    private async Task<(string, TimeSpan)> AskAsync(string scope, CancellationToken cancellation)
    {
        var bot = options.Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = bot.AppId!,
            ["client_secret"] = bot.AppPassword!,
            ["scope"] = scope,
        });
        using var response = await client.PostAsync(bot.TokenUrl ?? Cloud.Of(bot.Cloud).TokenUrl(bot.TenantId), form, cancellation);
        response.EnsureSuccessStatusCode();
        var given = await response.Content.ReadFromJsonAsync(ActivityJson.Rules.AccessToken, cancellation);
        return given is { Value: { Length: > 0 } value, ExpiresIn: > 0 }
            ? (value, TimeSpan.FromSeconds(given.ExpiresIn))
            : throw new HttpRequestException("The issuer gave no token.");
    }
}
