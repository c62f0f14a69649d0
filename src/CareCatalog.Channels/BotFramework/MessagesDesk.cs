using System.Text.Json;
using CareCatalog.Channels.Limits;
using CareCatalog.Channels.Privacy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CareCatalog.Channels.BotFramework;

/// <summary>The desk at <c>/api/messages</c>: one activity in, its replies out.</summary>
internal sealed class MessagesDesk(
    ActivityGate gate, TurnLimits limits, Redactor redactor, ActivityTurn turn, ServiceAddress addresses, Connector connector,
    TimeProvider clock, ILogger<MessagesDesk> log)
{
    /// <summary>The delivery mode of callers that take the replies in the response.</summary>
    public const string ExpectReplies = "expectReplies";

    // People who see nothing for so long begin to wonder.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public async Task ReceiveAsync(HttpContext context)
    {
        var (caller, refusal) = await gate.AdmitAsync(context.Request, context.RequestAborted);
        Activity? activity = null;
        if (refusal is null) (activity, refusal) = await JsonBody.ReadAsync(context.Request, ActivityJson.Rules.Activity);
        refusal ??= ActivityRules.Judge(activity!) ?? ActivityRules.Judge(ButtonData.WordsOf(activity!)) ?? caller!.Judge(activity!) ?? JudgeAddress(activity!) ?? Limit(context, caller!, activity!);
        if (refusal is not null)
        {
            await Problem.WriteAsync(context, refusal);
            return;
        }

        (activity, var hasPersonalData) = redactor.Redact(activity!);
        var visitor = new ActivityVisit(caller!, activity, hasPersonalData);
        if (ExpectsReplies(activity)) await ReplyAsync(context, visitor);
        else if (activity.Type == "invoke") await InvokeAsync(context, visitor);
        else await DeliverAsync(context, visitor);
    }

    private static bool ExpectsReplies(Activity activity) => activity.DeliveryMode == ExpectReplies;

    // The service posts for all its channels' users from few addresses of its own; without a token ids are what the sender makes of them.
    private Refusal? Limit(HttpContext context, Caller caller, Activity activity) =>
        !ActivityTurn.Answers(activity) ? null
        : caller.Kind == CallerKind.Anyone ? limits.Take(context.Request)
        : limits.Take(caller.NameOf(activity), activity.From?.Id is { } user ? $"{activity.ChannelId}:{user}" : null);

    private Refusal? JudgeAddress(Activity activity)
    {
        if (!ActivityTurn.Answers(activity)) return null;
        if (string.IsNullOrEmpty(activity.Conversation?.Id))
            return new Refusal(400, "BadArgument", "conversation.id is missing.");
        return ExpectsReplies(activity) || activity.Type == "invoke" ? null : addresses.Judge(activity.ServiceUrl);
    }

    private async Task ReplyAsync(HttpContext context, ActivityVisit visit)
    {
        var (replies, _) = await turn.TakeAsync(visit, context.RequestAborted);
        await context.Response.WriteAsJsonAsync(
            new ReplySet(replies), ActivityJson.Rules.ReplySet, cancellationToken: context.RequestAborted);
    }

    private async Task InvokeAsync(HttpContext context, ActivityVisit visit)
    {
        if (!ActivityTurn.Answers(visit.Activity))
        {
            context.Response.StatusCode = StatusCodes.Status501NotImplemented;
            return;
        }
        var (replies, _) = await turn.TakeAsync(visit, context.RequestAborted);
        var text = string.Join('\n', replies.Select(reply => reply.Text));
        await context.Response.WriteAsJsonAsync(
            new InvokeResponse(StatusCodes.Status200OK, InvokeResponse.Message, JsonSerializer.SerializeToElement(text, ActivityJson.Rules.String)),
            ActivityJson.Rules.InvokeResponse, cancellationToken: context.RequestAborted);
    }

    private async Task DeliverAsync(HttpContext context, ActivityVisit visit)
    {
        var taking = turn.TakeAsync(visit, context.RequestAborted);
        if (ActivityTurn.Answers(visit.Activity)) await ShowTypingAsync(taking, visit, context.RequestAborted);
        var (replies, areStored) = await taking;
        // What could not be stored no courier knows of: the public numbers are said all the same.
        foreach (var reply in areStored ? [] : replies)
            if (await connector.SendAsync(reply, visit.Caller.AppId, context.RequestAborted) != Delivery.Taken)
                log.LogWarning("The public numbers could not be posted to the channel {ChannelId}.", reply.ChannelId);
    }

    private async Task ShowTypingAsync(Task taking, ActivityVisit visit, CancellationToken cancellation)
    {
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (await Task.WhenAny(taking, Task.Delay(Patience, clock, inTime.Token)) != taking)
            await connector.SendAsync(ReplyActivity.Typing(visit.Activity, clock.GetUtcNow()), visit.Caller.AppId, cancellation);
        await inTime.CancelAsync();
    }
}
