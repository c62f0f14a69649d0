using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CareCatalog.Dialogs;
using Microsoft.Extensions.Logging;

namespace CareCatalog.Channels.BotFramework;

/// <summary>Takes the turn of an activity: which are answered, how, and by which replies.</summary>
internal sealed class ActivityTurn(
    Reception reception, IConversationStore store, NumberedChoice choices, Assistant assistant, TimeProvider clock, ILogger<ActivityTurn> log)
{
    /// <summary>Whether an activity is answered; others are taken and passed over.</summary>
    public static bool Answers(Activity activity) => activity.Type switch
    {
        "message" => true,
        "conversationUpdate" => Newcomers(activity).Any(),
        "invoke" => activity.Name == "adaptiveCard/action" && ButtonData.WordsOfInvoke(activity) is not null,
        _ => false,
    };

    /// <summary>The replies, and whether they were stored; a courier takes out what was stored and is not expected in the response.</summary>
    public async Task<(IReadOnlyList<Activity> Replies, bool AreStored)> TakeAsync(ActivityVisit visit, CancellationToken cancellation)
    {
        var activity = visit.Activity;
        try
        {
            if (Answers(activity)) return await AnswerAsync(visit, cancellation);
            // Whoever ends a conversation has no more use for what it knows.
            if (activity.Type == "endOfConversation" && activity.Conversation?.Id is { Length: > 0 })
                await store.DeleteAsync(visit.Caller.NameOf(activity), cancellation);
            return ([], false);
        }
        catch (DbException failure)
        {
            log.LogError(failure, "The store is out of reach; the public numbers are shown instead of an answer.");
            return (ReplyActivity.To(activity, assistant.Unavailable(ReplyActivity.LanguageOf(activity.Locale)), clock.GetUtcNow()), false);
        }
    }

    // The bot itself is among the members added when it is installed; it is not greeted.
    private static IEnumerable<string> Newcomers(Activity activity) =>
        (activity.MembersAdded ?? []).Select(member => member?.Id).OfType<string>().Where(id => id != activity.Recipient?.Id);

    // Some channels give updates no id, and some send them again: a newcomer is greeted once.
    private static string? InboundId(Activity activity) => activity.Type == "conversationUpdate"
        ? "greeting:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Newcomers(activity).Order(StringComparer.Ordinal)))))
        : activity.Id;

    private static bool LeavesLater(Activity activity) => activity.DeliveryMode != MessagesDesk.ExpectReplies && activity.Type != "invoke";

    private async Task<(IReadOnlyList<Activity>, bool)> AnswerAsync(ActivityVisit visit, CancellationToken cancellation)
    {
        var activity = visit.Activity;
        var toStore = new Visit(
            visit.Caller.NameOf(activity), InboundId(activity), MayBegin: true,
            (reply, position) => [.. ReplyActivity.To(activity, reply!, clock.GetUtcNow()).Select((made, at) => JsonSerializer.Serialize(
                made with { Id = $"{activity.Id}-{position + at}", CallerId = visit.Caller.AppId }, ActivityJson.Rules.Activity))])
        {
            Dispatch = LeavesLater(activity) ? new Dispatch(ConnectorCarrier.Carrier) : null,
        };
        var receipt = activity.Type == "conversationUpdate"
            ? await reception.GreetAsync(toStore, ReplyActivity.LanguageOf(activity.Locale), cancellation)
            : await reception.TakeAsync(toStore, await QuestionAsync(visit, toStore.ConversationId, cancellation), cancellation);
        return (
            [.. receipt!.Entries.Select(entry => JsonSerializer.Deserialize(entry.Payload, ActivityJson.Rules.Activity)! with { CallerId = null })], true);
    }

    private async Task<Question> QuestionAsync(ActivityVisit visit, string conversation, CancellationToken cancellation)
    {
        var words = visit.Activity.Type == "invoke" ? ButtonData.WordsOfInvoke(visit.Activity)! : ButtonData.WordsOf(visit.Activity);
        if (!ChannelForm.Of(visit.Activity.ChannelId).HasButtons)
            words = await choices.ReadAsync(conversation, words, payload => ReplyActivity.ChoicesOf(payload), cancellation);
        return new Question(words) { HasPersonalData = visit.HasPersonalData };
    }
}
