using System.Globalization;
using CareCatalog.Dialogs;
using CareCatalog.Storage.Keys;

namespace CareCatalog.Storage;

/// <summary>The chain of audit entries: each link is a keyed hash over the entry and the link before.</summary>
internal static class AuditChain
{
    /// <summary>The link before the first entry.</summary>
    public static readonly byte[] Start = new byte[32];

    /// <summary>The link of an entry.</summary>
    public static byte[] LinkOf(KeyRing ring, byte[] before, AuditEntry entry) => ring.Chain(before, string.Create(
        CultureInfo.InvariantCulture,
        $"{entry.Sequence}|{entry.At.ToUnixTimeMilliseconds()}|{entry.Actor.Length}|{entry.Actor}|{entry.Action.Length}|{entry.Action}|{entry.Subject}"));

    /// <summary>The sequence of the first entry that is missing or changed; null when there is none. Entries come in order.</summary>
    public static long? FindBreak(KeyRing ring, IEnumerable<(AuditEntry Entry, byte[] Link)> chain)
    {
        var (before, expected) = (Start, 1L);
        foreach (var (entry, link) in chain)
        {
            if (entry.Sequence != expected || !link.AsSpan().SequenceEqual(LinkOf(ring, before, entry))) return expected;
            (before, expected) = (link, expected + 1);
        }
        return null;
    }
}
