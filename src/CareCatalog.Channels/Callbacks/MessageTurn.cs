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

    /// <summary>An entry of the transcript.</summary>
    public static MessageEntry Read(string payload) => JsonSerializer.Deserialize(payload, CallbackJson.Default.MessageEntry)!;

    /// <summary>What answers a message; a line that may send has it wait in the outbox until <paramref name="heldUntil"/>, should nobody have said it by then.</summary>
    public async Task<MessageAnswer> TakeAsync(MessageLine line, InboundMessage message, DateTimeOffset heldUntil, CancellationToken cancellation)
    {
        try
        {
            var visit = new Visit(line.ConversationOf(message), message.Id, MayBegin: true, (reply, _) => [.. Write(reply!)])
            {
                Dispatch = line.Service is null ? null : new Dispatch(line.Name) { Address = message.Sender, HeldUntil = heldUntil },
            };
            var entries = (await ReceiveAsync(visit, message, cancellation))?.Entries ?? [];
            return new MessageAnswer([.. entries.Select(entry => Read(entry.Payload).Text)], entries is [var first, ..] ? first.Position : null);
        }
        catch (DbException failure)
        {
            log.LogError(failure, "The store is out of reach; the public numbers are shown instead of an answer.");
            return new MessageAnswer(Cut(assistant.Unavailable(Language.Chinese).Text), null);
        }
    }

    private static IReadOnlyList<string> Cut(string text) => TextPieces.Split(text, LargestText, TextPieces.Bytes);

    /// <summary>The entries of a reply, one for each piece; what is chosen by number stands with the last, under which it is listed.</summary>
    public static IEnumerable<string> Write(Reply reply)
    {
        var listed = NumberedChoice.Of(reply);
        var pieces = Cut(NumberedChoice.List(reply.Text, listed));
        return pieces.Select((piece, index) => JsonSerializer.Serialize(
            new MessageEntry(piece, index == pieces.Count - 1 ? listed : []), CallbackJson.Default.MessageEntry));
    }

    private async Task<CommitReceipt?> ReceiveAsync(Visit visit, InboundMessage message, CancellationToken cancellation)
    {
        switch (message.Kind)
        {
            case MessageKind.Said:
                var words = await choices.ReadAsync(visit.ConversationId, message.Text, payload => Read(payload).Choices, cancellation);
                return await reception.TakeAsync(visit, new Question(words), cancellation);
            case MessageKind.Came:
                return await reception.GreetAsync(visit, Language.Chinese, cancellation);
            case MessageKind.Left:
                await store.DeleteAsync(visit.ConversationId, cancellation);
                return null;
            default:
                return null;
        }
    }
}
