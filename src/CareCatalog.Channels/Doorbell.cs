using System.Collections.Concurrent;

namespace CareCatalog.Channels;

/// <summary>Tells whoever holds a stream open that a conversation has new entries. Rings are not kept: wait first, then read.</summary>
public sealed class Doorbell
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> waiting = new(StringComparer.Ordinal);

    /// <summary>Completes at the next ring for the conversation.</summary>
    public Task NextRing(string conversationId) =>
        waiting.GetOrAdd(conversationId, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Wakes all who wait on the conversation; a ring too many does no harm.</summary>
    public void Ring(string conversationId)
    {
        if (waiting.TryRemove(conversationId, out var waiters)) waiters.SetResult();
    }
}
