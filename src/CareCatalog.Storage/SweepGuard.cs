using CareCatalog.Dialogs;

namespace CareCatalog.Storage;

/// <summary>
/// Holds back a sweep that would delete most of what there is. Swept every minute, conversations go a few at a time; most of
/// them at once means that the clock has jumped or the host has slept. If it still is so after some patience, it is believed.
/// </summary>
/// <param name="store">Where is swept.</param>
/// <param name="what">What is swept.</param>
/// <param name="patience">How long a mass deletion is held back; measured by a clock that does not jump.</param>
/// <param name="clock">Measures it.</param>
public sealed class SweepGuard(IConversationStore store, Retained what, TimeSpan patience, TimeProvider clock)
{
    /// <summary>So few may always go.</summary>
    public const int Few = 100;

    private long? heldSince;

    /// <summary>Whether what dates from a moment or before may be deleted now.</summary>
    public async ValueTask<bool> AllowsAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        var old = await store.CountAsync(what, until, cancellation);
        if (old <= Few || old * 2 <= await store.CountAsync(what, DateTimeOffset.MaxValue, cancellation))
        {
            heldSince = null;
            return true;
        }
        heldSince ??= clock.GetTimestamp();
        return clock.GetElapsedTime(heldSince.Value) >= patience;
    }
}
