using CareCatalog.Channels.BotFramework;
using CareCatalog.Channels.Limits;
using CareCatalog.Dialogs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CareCatalog.Channels.DirectLine;

/// <summary>The desk where activities are posted and read, and files handed in.</summary>
internal sealed class ActivityDesk(DirectLineGate gate, TurnLimits limits, ActivityIntake intake, IConversationStore store)
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
    public Task<Refusal?> PostAsync(HttpContext context) =>
        TakeAsync(context, request => JsonBody.ReadAsync(request, ActivityJson.Rules.Activity));

    /// <summary><c>POST /v3/directline/conversations/{id}/upload</c>: the same with files, of which only kind and name are kept.</summary>
    public Task<Refusal?> UploadAsync(HttpContext context) => TakeAsync(context, UploadForm.ReadAsync);

    private async Task<Refusal?> TakeAsync(HttpContext context, Func<HttpRequest, Task<(Activity? Sent, Refusal? Refusal)>> read)
    {
        var id = (string)context.GetRouteValue("id")!;
        var (caller, refusal) = gate.Admit(context.Request, id);
        refusal ??= limits.Take(context.Request);
        if (refusal is not null) return refusal;
        (var sent, refusal) = await read(context.Request);
        if (refusal is not null) return refusal;
        (var activityId, refusal) = await intake.TakeAsync(id, caller!, sent!, context.RequestAborted);
        if (refusal is not null) return refusal;
        await context.Response.WriteAsJsonAsync(
            new ResourceResponse(activityId!), DirectLineJson.Rules.ResourceResponse, cancellationToken: context.RequestAborted);
        return null;
    }
}
