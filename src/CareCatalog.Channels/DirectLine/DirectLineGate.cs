using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CareCatalog.Channels.DirectLine;

/// <summary>Decides who may pass: whoever brings the secret, or a token of ours for the conversation asked for.</summary>
internal sealed class DirectLineGate(TokenOffice tokens, IOptions<DirectLineOptions> options, IHostEnvironment environment)
{
    private readonly byte[]? secret =
        string.IsNullOrWhiteSpace(options.Value.Secret) ? null : SHA256.HashData(Encoding.UTF8.GetBytes(options.Value.Secret));

    /// <summary>Who calls, or why not.</summary>
    /// <param name="request">Carries the credential.</param>
    /// <param name="conversationId">The conversation asked for; null when none is.</param>
    public (DirectLineCaller? Caller, Refusal? Refusal) Admit(HttpRequest request, string? conversationId = null)
    {
        string? header = request.Headers.Authorization;
        if (string.IsNullOrEmpty(header) && secret is null && environment.IsDevelopment()) return (DirectLineCaller.Trusted, null);
        if (header?.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) != true)
            return (null, new Refusal(401, "Unauthorized", "The Authorization header is missing or not a bearer credential."));

        var credential = header[7..].Trim();
        if (IsSecret(credential)) return (DirectLineCaller.Trusted, null);
        return Admit(request, tokens.Read(credential), forStream: false, conversationId);
    }

    /// <summary>Who opens a stream, or why not.</summary>
    public (DirectLineCaller? Caller, Refusal? Refusal) AdmitToStream(HttpRequest request, string? ticket, string conversationId) =>
        string.IsNullOrEmpty(ticket)
            ? (null, new Refusal(401, "Unauthorized", "The address has no ticket; take streamUrl as it was given."))
            : Admit(request, tokens.Read(ticket), forStream: true, conversationId);

    private (DirectLineCaller? Caller, Refusal? Refusal) Admit(HttpRequest request, DirectLineToken? token, bool forStream, string? conversationId)
    {
        if (token is null || token.ForStream != forStream)
            return (null, new Refusal(403, "BadToken", "The credential is not one of this service."));
        if (tokens.IsExpired(token)) return (null, new Refusal(403, "TokenExpired", "Token has expired."));
        if (!OriginRule.Admits(token, request)) return (null, new Refusal(403, "OriginNotAllowed", "The token is for other sites."));
        // The same answer whether or not the other conversation exists.
        return conversationId is not null && conversationId != token.ConversationId
            ? (null, new Refusal(403, "BadToken", "The token is for another conversation."))
            : (new DirectLineCaller(token), null);
    }

    private bool IsSecret(string credential) =>
        secret is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(credential)), secret);
}
