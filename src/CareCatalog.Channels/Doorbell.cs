using System.Collections.Concurrent;

namespace CareCatalog.Channels;

/// <summary>Tells whoever holds a stream open that a conversation has new entries. Rings are not kept: wait first, then read.</summary>
/// <param name="nameOf">By which name a conversation is known to whoever rings from elsewhere; by its id when not given.</param>
public sealed class Doorbell(Func<string, string>? nameOf = null)
{
    /// <summary>What the outbox is rung under; no conversation's id is empty.</summary>
    public const string Outbox = "";

    private readonly Func<string, string> nameOf = nameOf ?? (id => id);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> waiting = new(StringComparer.Ordinal);

    /// <summary>Completes at the next ring for the conversation.</summary>
    public Task NextRing(string conversationId) =>
        waiting.GetOrAdd(nameOf(conversationId), _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Wakes all who wait on the conversation; a ring too many does no harm.</summary>
    public void Ring(string conversationId) => RingNamed(nameOf(conversationId));

    /// <summary>Wakes all who wait on the conversation of a name; on any when it is null.</summary>
    public void RingNamed(string? name)
    {
        foreach (var each in name is null ? waiting.Keys : [name])
            if (waiting.TryRemove(each, out var waiters)) waiters.SetResult();
    }
}
