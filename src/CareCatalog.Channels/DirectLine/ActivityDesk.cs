using System.Text.Json;
using CareCatalog.Channels.BotFramework;
using CareCatalog.Channels.Privacy;
using CareCatalog.Dialogs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CareCatalog.Channels.DirectLine;

/// <summary>The desk where activities are posted and read.</summary>
internal sealed class ActivityDesk(
    DirectLineGate gate, Redactor redactor, Reception reception, IConversationStore store, TimeProvider clock)
{
    /// <summary><c>GET /v3/directline/conversations/{id}/activities</c>: what follows a watermark.</summary>
    public async Task<Refusal?> ReadAsync(HttpContext context)
    {
        var id = (string)context.GetRouteValue("id")!;
        var (_, refusal) = gate.Admit(context.Request, id);
        if (refusal is not null) return refusal;
        (var after, refusal) = ActivitySet.ReadWatermark(context.Request.Query["watermark"]);
        if (refusal is not null) return refusal;
        if (await store.FindAsync(id, context.RequestAborted) is null) return ConversationDesk.NotFound;

        var entries = await store.ReadAsync(id, after ?? 0, ActivitySet.Limit, context.RequestAborted);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.BodyWriter.WriteAsync(ActivitySet.Write(entries, after ?? 0), context.RequestAborted);
        return null;
    }

    /// <summary><c>POST /v3/directline/conversations/{id}/activities</c>: answered when what was sent, and the reply to it, are stored.</summary>
    public async Task<Refusal?> PostAsync(HttpContext context)
    {
        var id = (string)context.GetRouteValue("id")!;
        var (caller, refusal) = gate.Admit(context.Request, id);
        if (refusal is not null) return refusal;
        (var sent, refusal) = await JsonBody.ReadAsync(context.Request, ActivityJson.Rules.Activity);
        refusal ??= ActivityRules.Judge(sent!);
        if (refusal is not null) return refusal;

        var user = caller!.Token?.User ?? sent!.From?.Id ?? "user";
        if (await StoreAsync(id, user, sent!, context.RequestAborted) is not { } activityId) return ConversationDesk.NotFound;
        await context.Response.WriteAsJsonAsync(
            new ResourceResponse(activityId), DirectLineJson.Rules.ResourceResponse, cancellationToken: context.RequestAborted);
        return null;
    }

    private async Task<string?> StoreAsync(string id, string user, Activity sent, CancellationToken cancellation)
    {
        // Neither is kept: typing is over when it is read, and clients are never sent a conversationUpdate.
        if (sent.Type is "typing" or "conversationUpdate")
            return await store.FindAsync(id, cancellation) is { } found ? ConversationNames.OfActivity(id, found.LastPosition) : null;

        var (masked, hasPersonalData) = redactor.Redact(sent);
        var entries = new EntryWriter(id, user, clock);
        var visit = new Visit(id, InboundId(sent), MayBegin: false, (reply, position) => entries.Exchange(masked, reply, position));
        var receipt = sent.Type == "message"
            ? await reception.TakeAsync(visit, new Question(masked.Text ?? "") { HasPersonalData = hasPersonalData }, cancellation)
            : await reception.NoteAsync(visit, cancellation);
        // Of a message sent again after its conversation was deleted nothing is left, not even where it stood.
        return receipt is null ? null : ConversationNames.OfActivity(id, receipt.Entries is [var first, ..] ? first.Position : 0);
    }

    // Web Chat names each message; sent again after a failure it keeps the name.
    private static string? InboundId(Activity sent) =>
        sent.ChannelData is { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty("clientActivityID", out var name)
        && name is { ValueKind: JsonValueKind.String } && name.GetString() is { Length: > 0 and <= 128 } text
            ? "client:" + text
            : null;
}
