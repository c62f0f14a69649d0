namespace CareCatalog.Dialogs.Lexicons;

/// <summary>The entries of one kind (needs, danger, …) in every language, found in a scanned message.</summary>
public sealed class Lexicon
{
    // How far apart two parts of a chain may stand; a Latin word is about four letters and a blank.
    private const int HanGap = 10;
    private const int LatinGap = 26;
    private const int LongestWord = 64;
    private const int Few = 32;

    // By the number of the key part, for speed: most parts of a message are no key here.
    private readonly Pattern[]?[] byKey;

    internal Lexicon(IEnumerable<Pattern> patterns)
    {
        var groups = patterns.ToLookup(pattern => pattern.Key.Number);
        byKey = new Pattern[]?[groups.Select(group => group.Key + 1).DefaultIfEmpty().Max()];
        foreach (var group in groups) byKey[group.Key] = [.. group];
    }

    /// <summary>What of this lexicon a message mentions, in order of position; the same id may come several times.</summary>
    /// <param name="scan">The message.</param>
    /// <param name="masks">Stretches whose inner words do not count; none by default.</param>
    public IReadOnlyList<Mention> Find(Scan scan, IReadOnlyList<Mention>? masks = null)
    {
        if (masks is null && scan.Remembered(this) is { } known) return known;
        var mentions = Search(scan, masks);
        if (masks is null) scan.Remember(this, mentions);
        return mentions;
    }

    /// <summary>Marks the places of a message where a word of this lexicon stands by itself, by its characters or its sound.</summary>
    internal void Cover(Scan scan, Span<bool> covered)
    {
        foreach (var hit in scan.Hits)
        {
            if (hit.Part >= byKey.Length) break;
            if (byKey[hit.Part] is { } patterns && Array.Exists(patterns, static pattern => pattern.IsSingle)) covered[hit.Start..hit.End].Fill(true);
        }
    }

    private List<Mention> Search(Scan scan, IReadOnlyList<Mention>? masks)
    {
        List<Mention>? mentions = null;
        HashSet<Mention>? many = null;
        foreach (var hit in scan.Hits)
        {
            if (hit.Part >= byKey.Length) break;
            if (byKey[hit.Part] is not { } patterns || IsMasked(hit, masks)) continue;
            foreach (var pattern in patterns)
                if (Match(pattern, hit, scan, masks) is { } mention && IsNew(mention, mentions ??= [], ref many)) mentions.Add(mention);
        }
        mentions?.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return mentions ?? [];
    }

    // A set pays only where a message mentions the same thing over and over.
    private static bool IsNew(Mention mention, List<Mention> mentions, ref HashSet<Mention>? many) =>
        mentions.Count < Few ? !mentions.Contains(mention) : (many ??= [.. mentions]).Add(mention);

    private static Mention? Match(Pattern pattern, Hit key, Scan scan, IReadOnlyList<Mention>? masks)
    {
        foreach (var part in pattern.Excluded)
            if (scan.HasCharacters(part.Number)) return null;
        if (pattern.IsSingle) return new Mention(pattern.Id, key.Start, key.End, key.Weight, StrengthOf(pattern, key.BySound), true, pattern.Entry);
        foreach (var chain in pattern.Chains)
            foreach (var part in chain)
                if (!scan.Has(part.Number)) return null;
        var found = new Stretch(int.MaxValue, 0, 0, false);
        foreach (var chain in pattern.Chains)
            if (!FindChain(chain, 0, default, pattern.KeyIn(chain), key, scan, masks, ref found)) return null;
        return new Mention(pattern.Id, found.Start, found.End, found.Weight, StrengthOf(pattern, found.BySound), false, pattern.Entry);
    }

    private static MentionStrength StrengthOf(Pattern pattern, bool sound) =>
        pattern.IsWeak ? MentionStrength.Weak : sound ? MentionStrength.Sound : MentionStrength.Strong;

    // Depth first over the parts of a chain; the key is bound to the hit that brought the pattern up.
    private static bool FindChain(
        Part[] chain, int index, Hit previous, int keyAt, Hit key, Scan scan, IReadOnlyList<Mention>? masks, ref Stretch found)
    {
        if (index == chain.Length) return true;
        // Near the part before, or near the key: the time grows with the length of a message, not with its square.
        var (first, last) = index > 0 ? (previous.End, previous.End + LatinGap)
            : keyAt >= 0 ? (key.Start - (chain.Length * (LatinGap + LongestWord)), key.Start)
            : (0, int.MaxValue);
        foreach (var hit in scan.HitsOf(chain[index].Number, first, last))
        {
            if (index == keyAt && hit != key) continue;
            if (IsMasked(hit, masks) || (index > 0 && !Follows(previous, hit, scan))) continue;
            if (!FindChain(chain, index + 1, hit, keyAt, key, scan, masks, ref found)) continue;
            found = found.With(hit);
            return true;
        }
        return false;
    }

    private static bool Follows(Hit before, Hit after, Scan scan)
    {
        var gap = after.Start - before.End;
        if (gap < 0 || gap > LatinGap) return false;
        return gap <= (scan.IsLatinBetween(before.End, after.Start) ? LatinGap : HanGap)
            && !scan.SentenceEndsBetween(before.End, after.Start);
    }

    private static bool IsMasked(Hit hit, IReadOnlyList<Mention>? masks)
    {
        if (masks is null) return false;
        foreach (var mask in masks)
            if (mask.Start <= hit.Start && hit.End <= mask.End && mask.End - mask.Start > hit.End - hit.Start) return true;
        return false;
    }

    private readonly record struct Stretch(int Start, int End, int Weight, bool BySound)
    {
        public Stretch With(Hit hit) =>
            new(Math.Min(Start, hit.Start), Math.Max(End, hit.End), Weight + hit.Weight, BySound || hit.BySound);
    }
}
