using System.Text.Json;
using CareCatalog.Channels.BotFramework;
using CareCatalog.Channels.Limits;
using CareCatalog.Channels.Privacy;
using CareCatalog.Dialogs;

namespace CareCatalog.Channels.DirectLine;

/// <summary>Takes what a client sent, whichever desk it came to: judged, masked, answered, stored.</summary>
internal sealed class ActivityIntake(TurnLimits limits, Redactor redactor, Reception reception, IConversationStore store, TimeProvider clock)
{
    /// <summary>The id that the activity was given, or why it is not taken.</summary>
    public async Task<(string? Id, Refusal? Refusal)> TakeAsync(string conversation, DirectLineCaller caller, Activity sent, CancellationToken cancellation)
    {
        if ((ActivityRules.Judge(sent) ?? ActivityRules.Judge(ButtonData.WordsOf(sent)) ?? limits.Take(conversation, caller.Token?.User)) is { } refusal)
            return (null, refusal);
        var user = caller.Token?.User ?? sent.From?.Id ?? "user";
        return await StoreAsync(conversation, user, sent, cancellation) is { } id ? (id, null) : (null, ConversationDesk.NotFound);
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
            ? await reception.TakeAsync(visit, new Question(ButtonData.WordsOf(masked)) { HasPersonalData = hasPersonalData }, cancellation)
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
