using System.Collections.Concurrent;

namespace CareCatalog.Storage.Postgres;

/// <summary>
/// What was read of conversations a moment ago, so that the turn taken on it is written without reading again. A guess only:
/// the writing compares version and key. Holds some thousands; the older half is dropped whole.
/// </summary>
internal sealed class RecentlyRead
{
    private const int Half = 8192;

    private volatile ConcurrentDictionary<string, KeptConversation> younger = new(StringComparer.Ordinal);
    private volatile ConcurrentDictionary<string, KeptConversation> older = new(StringComparer.Ordinal);

    /// <summary>Notes what was read.</summary>
    public void Note(string name, KeptConversation kept)
    {
        if (younger.Count >= Half)
        {
            older = younger;
            younger = new(StringComparer.Ordinal);
        }
        younger[name] = kept;
    }

    /// <summary>What was read, when it was of this version.</summary>
    public KeptConversation? Find(string name, long version) =>
        (younger.TryGetValue(name, out var kept) || older.TryGetValue(name, out kept)) && kept.Version == version ? kept : null;
}
