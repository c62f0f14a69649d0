using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Tokens;

namespace CareCatalog.Channels.BotFramework;

/// <summary>Decides who may hand in activities: whoever brings a token of the Bot Framework for this bot, by any of its ways.</summary>
internal sealed class ActivityGate : IDisposable
{
    private const int LongestToken = 16 * 1024;
    private const string Bearer = "Bearer ";
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];
    private static readonly Refusal Unauthorized = new(401, "Unauthorized", "The bearer token is missing or not accepted.");

    private readonly BotFrameworkOptions options;
    private readonly TimeProvider clock;
    private readonly ILogger<ActivityGate> log;
    private readonly bool isOpen;
    private readonly HttpClient client;
    private readonly TrustedIssuer[] issuers;
    private readonly JsonWebTokenHandler reader = new() { MaximumTokenSizeInBytes = LongestToken, MapInboundClaims = false };

    public ActivityGate(IOptions<BotFrameworkOptions> options, IHostEnvironment environment, TimeProvider clock, ILogger<ActivityGate> log)
    {
        this.options = options.Value;
        this.clock = clock;
        this.log = log;
        isOpen = environment.IsDevelopment() && string.IsNullOrWhiteSpace(this.options.AppId);
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            Timeout = TimeSpan.FromSeconds(10),
            MaxResponseContentBufferSize = 1024 * 1024,
        };
        var documents = new HttpDocumentRetriever(client) { RequireHttps = !environment.IsDevelopment() };
        var cloud = Cloud.Of(this.options.Cloud);
        issuers =
        [
            new(new HashSet<string> { cloud.ChannelIssuer }, true, new IssuerKeys(this.options.ChannelMetadataUrl ?? cloud.ChannelMetadata, documents, clock)),
            new(cloud.AppIssuers(this.options.TenantId).ToHashSet(), false, new IssuerKeys(this.options.EmulatorMetadataUrl ?? cloud.EmulatorMetadata, documents, clock)),
        ];
    }

    /// <summary>Who calls, or why not. What the activity must have in common with the token is judged by <see cref="Caller.Judge"/>.</summary>
    public async Task<(Caller? Caller, Refusal? Refusal)> AdmitAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (isOpen) return (Caller.Anyone, null);
        string? header = request.Headers.Authorization;
        if (header?.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) != true) return (null, Unauthorized);
        try
        {
            return await AdmitAsync(header[Bearer.Length..].Trim(), cancellation);
        }
        catch (IOException)
        {
            log.LogWarning("The keys that activities are signed with cannot be read.");
            return (null, new Refusal(503, "KeysUnreachable", "The issuer's keys cannot be read; try again shortly."));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // A token is what an attacker makes of it: whatever it makes the reader do, it opens nothing.
            log.LogInformation("A token was refused: {Fault}.", fault.GetType().Name);
            return (null, Unauthorized);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        client.Dispose();
        foreach (var issuer in issuers) issuer.Keys.Dispose();
    }

    private async Task<(Caller?, Refusal?)> AdmitAsync(string text, CancellationToken cancellation)
    {
        // What the token says of itself only chooses by whose keys it is then verified.
        if (!reader.CanReadToken(text)) return (null, Unauthorized);
        var token = reader.ReadJsonWebToken(text);
        if (issuers.FirstOrDefault(issuer => issuer.Names.Contains(token.Issuer)) is not { } issuer) return (null, Unauthorized);
        if (token.Kid is not { Length: > 0 } || token.TryGetHeaderValue<object>("crit", out _)) return (null, Unauthorized);
        if (await issuer.Keys.FindAsync(token.Kid, cancellation) is not { } key) return (null, Unauthorized);
        var result = await reader.ValidateTokenAsync(text, Demands(issuer, key));
        if (!result.IsValid) return (null, Unauthorized);
        return issuer.IsOfChannels
            ? (new Caller(CallerKind.Channel, ServiceUrl: Claim(token, "serviceurl"), Endorsements: EndorsementsOf(key)), null)
            : AdmitApp(token);
    }

    private TokenValidationParameters Demands(TrustedIssuer issuer, JsonWebKey key) => new()
    {
        ValidIssuers = issuer.Names,
        ValidAudience = options.AppId,
        IssuerSigningKey = key,
        ValidAlgorithms = Algorithms,
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (from, until, _, _) => IsNow(from, until),
    };

    private bool IsNow(DateTime? from, DateTime? until)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return until is { } end && end > now - Skew && (from is not { } start || (start < now + Skew && start < end));
    }

    // An app's token is the Emulator's when the app is this bot itself, and a parent's otherwise.
    private (Caller?, Refusal?) AdmitApp(JsonWebToken token)
    {
        var version = Claim(token, "ver");
        var app = version switch
        {
            null or "" or "1.0" => Claim(token, "appid"),
            "2.0" => Claim(token, "azp"),
            _ => null,
        };
        if (string.IsNullOrEmpty(app)) return (null, Unauthorized);
        if (string.Equals(app, options.AppId, StringComparison.OrdinalIgnoreCase)) return (new Caller(CallerKind.Emulator), null);
        return !string.IsNullOrEmpty(version) && options.AllowedCallers.Contains(app, StringComparer.OrdinalIgnoreCase)
            ? (new Caller(CallerKind.Parent, app.ToLowerInvariant()), null)
            : (null, new Refusal(403, "CallerNotAllowed", "The calling bot is not in BotFramework:AllowedCallers."));
    }

    private static string? Claim(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : null;

    // A list of anything else endorses nothing.
    private static string[]? EndorsementsOf(JsonWebKey key) =>
        !key.AdditionalData.TryGetValue("endorsements", out var found) ? null
        : found is JsonElement { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(name => name.ValueKind == JsonValueKind.String).Select(name => name.GetString()!)]
        : found is IEnumerable<object> names ? [.. names.OfType<string>()]
        : [];
}
