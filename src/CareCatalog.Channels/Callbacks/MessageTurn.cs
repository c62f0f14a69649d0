using System.Data.Common;
using System.Text.Json;
using CareCatalog.Dialogs;
using Microsoft.Extensions.Logging;

namespace CareCatalog.Channels.Callbacks;

/// <summary>Takes the turn of a message and gives the texts that answer it, each short enough for the platform.</summary>
internal sealed class MessageTurn(
    Reception reception, IConversationStore store, NumberedChoice choices, Assistant assistant, ILogger<MessageTurn> log)
{
    /// <summary>The largest text of one message, in UTF-8 bytes.</summary>
    public const int LargestText = 2048;

    /// <summary>The texts, in order, empty when there is no answer; and whether the message had been taken before.</summary>
    public async Task<(IReadOnlyList<string> Texts, bool IsRepeated)> TakeAsync(MessageLine line, InboundMessage message, CancellationToken cancellation)
    {
        try
        {
            var receipt = await ReceiveAsync(line.ConversationOf(message), message, cancellation);
            var texts = (receipt?.Entries ?? []).SelectMany(entry => Cut(Read(entry.Payload).Text)).ToList();
            return (texts, receipt?.Outcome == CommitOutcome.Duplicate);
        }
        catch (DbException failure)
        {
            log.LogError(failure, "The store is out of reach; the public numbers are shown instead of an answer.");
            return (Cut(assistant.Unavailable(Language.Chinese).Text), false);
        }
    }

    private static IReadOnlyList<string> Cut(string text) => TextPieces.Split(text, LargestText, TextPieces.Bytes);

    private static MessageEntry Read(string payload) => JsonSerializer.Deserialize(payload, CallbackJson.Default.MessageEntry)!;

    private static string Write(Reply reply)
    {
        var listed = NumberedChoice.Of(reply);
        return JsonSerializer.Serialize(new MessageEntry(NumberedChoice.List(reply.Text, listed), listed), CallbackJson.Default.MessageEntry);
    }

    private async Task<CommitReceipt?> ReceiveAsync(string conversation, InboundMessage message, CancellationToken cancellation)
    {
        var visit = new Visit(conversation, message.Id, MayBegin: true, (reply, _) => [Write(reply!)]);
        switch (message.Kind)
        {
            case MessageKind.Said:
                var words = await choices.ReadAsync(conversation, message.Text, payload => Read(payload).Choices, cancellation);
                return await reception.TakeAsync(visit, new Question(words), cancellation);
            case MessageKind.Came:
                return await reception.GreetAsync(visit, Language.Chinese, cancellation);
            case MessageKind.Left:
                await store.DeleteAsync(conversation, cancellation);
                return null;
            default:
                return null;
        }
    }
}
