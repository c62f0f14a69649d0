using System.Data.Common;
using System.Text.Json;
using CareCatalog.Channels.Privacy;
using CareCatalog.Dialogs;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CareCatalog.Channels.BotFramework;

/// <summary>The desk at <c>/api/messages</c>: one activity in, its replies out.</summary>
internal sealed class MessagesDesk(
    Redactor redactor, Reception reception, Assistant assistant, ServiceAddress addresses, Connector connector,
    IHostEnvironment environment, IOptions<BotFrameworkOptions> options, TimeProvider clock, ILogger<MessagesDesk> log)
{
    // Tokens are not verified yet, so with an app id, as everywhere but in Development, nobody is let in.
    private bool IsOpen => environment.IsDevelopment() && string.IsNullOrWhiteSpace(options.Value.AppId);

    public async Task ReceiveAsync(HttpContext context)
    {
        var (activity, refusal) = IsOpen
            ? await JsonBody.ReadAsync(context.Request, ActivityJson.Rules.Activity)
            : (null, new Refusal(401, "Unauthorized", "The bearer token is missing or not accepted."));
        refusal ??= ActivityRules.Judge(activity!) ?? JudgeAddress(activity!);
        if (refusal is not null)
        {
            await Problem.WriteAsync(context, refusal);
            return;
        }

        (activity, var hasPersonalData) = redactor.Redact(activity!);
        var replies = await AnswerAsync(activity, hasPersonalData, context.RequestAborted);
        if (ExpectsReplies(activity!))
        {
            await context.Response.WriteAsJsonAsync(
                new ReplySet(replies), ActivityJson.Rules.ReplySet, cancellationToken: context.RequestAborted);
        }
        else if (activity!.Type == "invoke")
        {
            context.Response.StatusCode = StatusCodes.Status501NotImplemented;
        }
    }

    private static bool ExpectsReplies(Activity activity) => activity.DeliveryMode == "expectReplies";

    private static bool IsAnswered(Activity activity) => activity.Type is "message" || HasNewcomer(activity);

    // The bot itself is among the members added when it is installed; it is not greeted.
    private static bool HasNewcomer(Activity activity) =>
        activity.Type == "conversationUpdate"
        && activity.MembersAdded?.Any(member => member?.Id is { } id && id != activity.Recipient?.Id) == true;

    private Refusal? JudgeAddress(Activity activity)
    {
        if (!IsAnswered(activity)) return null;
        if (string.IsNullOrEmpty(activity.Conversation?.Id))
            return new Refusal(400, "BadArgument", "conversation.id is missing.");
        return ExpectsReplies(activity) ? null : addresses.Judge(activity.ServiceUrl);
    }

    // Those that are not expected in the response are in the outbox when this returns, and leave by the courier.
    private async Task<IReadOnlyList<Activity>> AnswerAsync(
        Activity activity, bool hasPersonalData, CancellationToken cancellation)
    {
        if (!IsAnswered(activity)) return [];
        // Another channel's conversation of the same id is another conversation.
        var visit = new Visit(
            $"{activity.ChannelId}:{activity.Conversation!.Id}", activity.Id, MayBegin: true,
            (reply, position) => [JsonSerializer.Serialize(
                ReplyActivity.To(activity, reply!, clock.GetUtcNow()) with { Id = $"{activity.Id}-{position}" }, ActivityJson.Rules.Activity)])
        {
            Carrier = ExpectsReplies(activity) ? null : ConnectorCarrier.Carrier,
        };
        var language = ReplyActivity.LanguageOf(activity.Locale);
        try
        {
            var receipt = activity.Type == "message"
                ? await reception.TakeAsync(visit, new Question(activity.Text ?? "") { HasPersonalData = hasPersonalData }, cancellation)
                : await reception.GreetAsync(visit, language, cancellation);
            return [.. receipt!.Entries.Select(entry => JsonSerializer.Deserialize(entry.Payload, ActivityJson.Rules.Activity)!)];
        }
        catch (DbException failure)
        {
            log.LogError(failure, "The store is out of reach; the public numbers are shown instead of an answer.");
            var unavailable = ReplyActivity.To(activity, assistant.Unavailable(language), clock.GetUtcNow());
            if (!ExpectsReplies(activity)) await connector.SendAsync(unavailable, cancellation);
            return [unavailable];
        }
    }
}
