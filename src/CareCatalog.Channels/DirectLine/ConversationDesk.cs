using CareCatalog.Channels.BotFramework;
using CareCatalog.Dialogs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CareCatalog.Channels.DirectLine;

/// <summary>The desk that starts conversations and lets clients come back to them.</summary>
internal sealed class ConversationDesk(
    DirectLineGate gate, TokenOffice tokens, Reception reception, IConversationStore store, TimeProvider clock)
{
    // Under this id a conversation is begun once, however often a client asks.
    private const string Start = "start";

    /// <summary><c>POST /v3/directline/conversations</c>: 201 and a greeting the first time, 200 when the token has started it before.</summary>
    public async Task<Refusal?> StartAsync(HttpContext context)
    {
        var (caller, refusal) = gate.Admit(context.Request);
        if (refusal is not null) return refusal;
        (var parameters, refusal) = await JsonBody.ReadOptionalAsync(context.Request, DirectLineJson.Rules.TokenParameters);
        if (refusal is not null) return refusal;
        var (user, bad) = caller!.Token is { } token ? (token.User, null) : ConversationNames.UserFor(parameters);
        if (bad is not null) return bad;

        var id = caller.Token?.ConversationId ?? ConversationNames.NewConversation();
        var entries = new EntryWriter(id, user!, clock);
        var locale = parameters?.Locale;
        var receipt = await reception.GreetAsync(
            new Visit(id, Start, MayBegin: true, (greeting, position) => entries.Greeting(greeting!, locale, position)),
            ReplyActivity.LanguageOf(locale), context.RequestAborted);

        context.Response.StatusCode = receipt!.Outcome == CommitOutcome.Committed ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        await WriteAsync(context, id, user!, caller.Token?.Origins, after: 0);
        return null;
    }

    /// <summary><c>GET /v3/directline/conversations/{id}</c>: a new stream from a watermark, or from now without one.</summary>
    public async Task<Refusal?> ReconnectAsync(HttpContext context)
    {
        var id = (string)context.GetRouteValue("id")!;
        var (caller, refusal) = gate.Admit(context.Request, id);
        if (refusal is not null) return refusal;
        (var after, refusal) = ActivitySet.ReadWatermark(context.Request.Query["watermark"]);
        if (refusal is not null) return refusal;
        if (await store.FindAsync(id, context.RequestAborted) is not { } conversation) return NotFound;

        await WriteAsync(context, id, caller!.Token?.User ?? ConversationNames.NewUser(), caller.Token?.Origins, after ?? conversation.LastPosition);
        return null;
    }

    /// <summary>What is said of a conversation that was never started, has expired or was deleted.</summary>
    public static Refusal NotFound { get; } =
        new(404, "ConversationNotFound", "The conversation was not started, or has ended.");

    private Task WriteAsync(HttpContext context, string id, string user, IReadOnlyList<string>? origins, long after)
    {
        var request = context.Request;
        var stream = $"{(request.IsHttps ? "wss" : "ws")}://{request.Host}{request.PathBase}/v3/directline/conversations/{id}/stream"
            + $"?watermark={after}&t={tokens.IssueForStream(id, user, origins)}";
        return context.Response.WriteAsJsonAsync(
            new ConversationResponse(id, tokens.Issue(id, user, origins), (int)tokens.Life.TotalSeconds, stream),
            DirectLineJson.Rules.ConversationResponse, cancellationToken: context.RequestAborted);
    }
}
