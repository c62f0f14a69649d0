using CareCatalog.Dialogs;

namespace CareCatalog.Channels.Tests;

/// <summary>A store for one thread at a time that can be told to let another turn come between.</summary>
internal sealed class MemoryStore : IConversationStore
{
    private readonly Dictionary<string, (StoredConversation Stored, List<TranscriptEntry> Entries, Dictionary<string, List<TranscriptEntry>> Taken)> kept = [];

    /// <summary>Runs before each commit.</summary>
    public Action BeforeCommit { get; set; } = () => { };

    public int Commits { get; private set; }

    public TurnCommit? Last { get; private set; }

    public ValueTask<StoredConversation?> FindAsync(string conversationId, CancellationToken cancellation) =>
        new(kept.TryGetValue(conversationId, out var found) ? found.Stored : null);

    public ValueTask<CommitReceipt> CommitAsync(TurnCommit commit, CancellationToken cancellation)
    {
        BeforeCommit();
        Commits++;
        Last = commit;
        var id = commit.ConversationId;
        var found = kept.GetValueOrDefault(id);
        if (commit.InboundId is { } inbound && found.Taken?.GetValueOrDefault(inbound) is { } first)
            return new(new CommitReceipt(CommitOutcome.Duplicate, first));
        if ((found.Stored?.Version ?? 0) != commit.ExpectedVersion) return new(new CommitReceipt(CommitOutcome.Conflict, []));

        var all = found.Entries ?? [];
        var written = commit.Entries.Select((payload, index) => new TranscriptEntry(all.Count + index + 1, payload)).ToList();
        all.AddRange(written);
        var taken = found.Taken ?? [];
        if (commit.InboundId is { } name) taken[name] = written;
        kept[id] = (new StoredConversation(id, commit.ExpectedVersion + 1, Conversation.FromJson(commit.State.ToJson()), all.Count, commit.At), all, taken);
        return new(new CommitReceipt(CommitOutcome.Committed, written));
    }

    public ValueTask<IReadOnlyList<TranscriptEntry>> ReadAsync(string conversationId, long after, int limit, CancellationToken cancellation) =>
        new([.. kept[conversationId].Entries.Where(entry => entry.Position > after).Take(limit)]);

    public ValueTask DeleteAsync(string conversationId, CancellationToken cancellation)
    {
        kept.Remove(conversationId);
        return default;
    }

    public ValueTask<int> SweepAsync(Retained what, DateTimeOffset until, CancellationToken cancellation) => new(0);

    public ValueTask<long> CountAsync(Retained what, DateTimeOffset until, CancellationToken cancellation) => new(kept.Values.Count(each => each.Stored.LastTurn <= until));

    public ValueTask<bool> IsReachableAsync(CancellationToken cancellation) => new(true);
}
