using CareCatalog.Channels.Limits;
using Microsoft.AspNetCore.Http;

namespace CareCatalog.Channels.DirectLine;

/// <summary>The desk that hands out tokens.</summary>
internal sealed class TokenDesk(DirectLineGate gate, TokenOffice tokens, TurnLimits limits)
{
    /// <summary><c>POST /v3/directline/tokens/generate</c>: for whoever brings the secret. Starts no conversation.</summary>
    public async Task<Refusal?> GenerateAsync(HttpContext context)
    {
        var (caller, refusal) = gate.Admit(context.Request);
        if (refusal is not null) return refusal;
        return caller!.Token is null
            ? await GiveAsync(context)
            : new Refusal(403, "BadToken", "A token cannot generate tokens; refresh it instead.");
    }

    /// <summary><c>POST /api/v1/chat/token</c>: for the chat page, which has no secret.</summary>
    public async Task<Refusal?> HandOutAsync(HttpContext context) => limits.Take(context.Request) ?? await GiveAsync(context);

    private async Task<Refusal?> GiveAsync(HttpContext context)
    {
        var (parameters, refusal) = await JsonBody.ReadOptionalAsync(context.Request, DirectLineJson.Rules.TokenParameters);
        if (refusal is not null) return refusal;
        (var user, refusal) = ConversationNames.UserFor(parameters);
        if (refusal is not null) return refusal;
        (var origins, refusal) = OriginRule.OriginsFor(parameters, context.Request);
        if (refusal is not null) return refusal;
        await WriteAsync(context, ConversationNames.NewConversation(), user!, origins);
        return null;
    }

    /// <summary><c>POST /v3/directline/tokens/refresh</c>: a token still good is exchanged for a newer one.</summary>
    public async Task<Refusal?> RefreshAsync(HttpContext context)
    {
        var (caller, refusal) = gate.Admit(context.Request);
        if (refusal is not null) return refusal;
        if (caller!.Token is not { } token) return new Refusal(403, "BadToken", "Only a token can be refreshed.");
        await WriteAsync(context, token.ConversationId, token.User, token.Origins);
        return null;
    }

    private Task WriteAsync(HttpContext context, string conversationId, string user, IReadOnlyList<string>? origins) =>
        context.Response.WriteAsJsonAsync(
            new ConversationResponse(conversationId, tokens.Issue(conversationId, user, origins), (int)tokens.Life.TotalSeconds),
            DirectLineJson.Rules.ConversationResponse, cancellationToken: context.RequestAborted);
}
