using System.Data.Common;
using System.Diagnostics;
using System.Security.Cryptography;
using CareCatalog.Channels.Privacy;
using CareCatalog.Dialogs;

namespace CareCatalog.Channels;

/// <summary>
/// Where every channel hands in its messages: load the conversation, take the turn, commit, and take it again when
/// another turn came between. A message delivered twice gives one turn and the same answer.
/// </summary>
/// <param name="redactor">Masks personal data: neither the assistant nor the store sees any.</param>
/// <param name="assistant">Takes the turns.</param>
/// <param name="store">Keeps the conversations.</param>
/// <param name="edition">The edition that answers.</param>
/// <param name="bell">Rung after each commit.</param>
/// <param name="clock">The time of each turn.</param>
public sealed class Reception(
    Redactor redactor, Assistant assistant, IConversationStore store, EditionInForce edition, Doorbell bell, TimeProvider clock)
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>Raised for each question answered, masked, once, after it is stored.</summary>
    public event Action<Question, Reply>? Answered;

    /// <summary>Answers a question; null when the conversation does not exist and the visit may not begin it.</summary>
    /// <exception cref="System.Data.Common.DbException">The store is out of reach; nothing was written.</exception>
    public async Task<CommitReceipt?> TakeAsync(Visit visit, Question question, CancellationToken cancellation)
    {
        var redaction = redactor.Redact(question.Text);
        var masked = question with { Text = redaction.Text, HasPersonalData = question.HasPersonalData || redaction.HasPersonalData };
        Reply? answer = null;
        var receipt = await ReceiveAsync(
            visit,
            before =>
            {
                var turn = assistant.Take(before, masked, edition.Current, clock.GetUtcNow().ToOffset(China));
                answer = turn.Reply;
                return (turn.After, turn.Reply);
            },
            cancellation);
        if (receipt?.Outcome != CommitOutcome.Committed) return receipt;
        if (masked.HasPersonalData) TurnTelemetry.Masked.Add(1);
        if (answer!.IsUnanswered) TurnTelemetry.Unanswered.Add(1);
        if (answer.ForgetsConversation) TurnTelemetry.Forgotten.Add(1);
        Answered?.Invoke(masked, answer);
        return receipt;
    }

    /// <summary>Greets; otherwise as <see cref="TakeAsync"/>.</summary>
    public Task<CommitReceipt?> GreetAsync(Visit visit, Language language, CancellationToken cancellation) =>
        ReceiveAsync(visit, before => (before, assistant.Greet(language)), cancellation);

    /// <summary>Notes what needs no answer; otherwise as <see cref="TakeAsync"/>.</summary>
    public Task<CommitReceipt?> NoteAsync(Visit visit, CancellationToken cancellation) =>
        ReceiveAsync(visit, before => (before, null), cancellation);

    private async Task<CommitReceipt?> ReceiveAsync(
        Visit visit, Func<Conversation, (Conversation After, Reply? Reply)> take, CancellationToken cancellation)
    {
        try
        {
            return await TakeAgainAndAgainAsync(visit, take, cancellation);
        }
        catch (DbException)
        {
            TurnTelemetry.Failed.Add(1);
            throw;
        }
    }

    private async Task<CommitReceipt?> TakeAgainAndAgainAsync(
        Visit visit, Func<Conversation, (Conversation After, Reply? Reply)> take, CancellationToken cancellation)
    {
        using var span = TurnTelemetry.Source.StartActivity("turn");
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var stored = await store.FindAsync(visit.ConversationId, cancellation);
            if (stored is null && !visit.MayBegin) return null;

            var (after, reply) = take(stored?.State ?? Conversation.New);
            var entries = visit.Write(reply, (stored?.LastPosition ?? 0) + 1);
            var receipt = await CommitAsync(
                new TurnCommit(visit.ConversationId, stored?.Version ?? 0, after, visit.InboundId, entries, clock.GetUtcNow())
                {
                    Forgets = reply?.ForgetsConversation == true,
                    Dispatch = visit.Dispatch,
                    Case = reply?.Outcome == "handoff" ? Open(reply) : null,
                },
                cancellation);

            // Of turns taken at once one is always committed, so this ends.
            if (receipt.Outcome == CommitOutcome.Conflict) continue;
            var outcome = receipt.Outcome == CommitOutcome.Duplicate ? "duplicate" : reply?.Outcome ?? "noted";
            TurnTelemetry.Turns.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
            TurnTelemetry.Duration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
            span?.SetTag("outcome", outcome);
            return receipt;
        }
    }

    private async Task<CommitReceipt> CommitAsync(TurnCommit commit, CancellationToken cancellation)
    {
        CommitReceipt receipt;
        using (TurnTelemetry.Source.StartActivity("commit")) receipt = await store.CommitAsync(commit, cancellation);
        if (receipt.Outcome == CommitOutcome.Conflict) TurnTelemetry.Conflicts.Add(1);
        if (receipt.Outcome != CommitOutcome.Committed) return receipt;
        bell.Ring(commit.ConversationId);
        if (commit.Dispatch is not null) bell.Ring(Doorbell.Outbox);
        return receipt;
    }

    private HandoffCase Open(Reply reply) =>
        new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), clock.GetUtcNow(), reply.Language, reply.Jurisdiction);
}
