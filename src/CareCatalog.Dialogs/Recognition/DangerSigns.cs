using CareCatalog.Dialogs.Lexicons;

namespace CareCatalog.Dialogs.Recognition;

/// <summary>What the lexicons of danger and of its look-alikes notice in a message, as signs for a classifier.</summary>
internal sealed class DangerSigns(Lexicon danger, Lexicon safe)
{
    // Three characters that merely sound alike are mostly something else: 有大人 for 又打人.
    private const int LeastSound = 4;

    // Says something only where it takes a word of danger back: 青岛 is no sign of anything.
    private const string Lookalike = "lookalike";

    /// <summary>The signs of a message, each once.</summary>
    public IReadOnlyList<string> Of(Scan scan)
    {
        var cues = safe.Find(scan).Where(IsHeard).ToList();
        var all = danger.Find(scan);
        if (cues.Count == 0 && all.Count == 0) return [];
        var masks = cues.Where(cue => cue.Id == Lookalike).ToList();
        var found = all.Count == 0 || masks.Count == 0 ? all : danger.Find(scan, masks);
        var signs = new HashSet<string>(StringComparer.Ordinal);
        if (found.Count < all.Count) signs.Add("#masked");
        foreach (var mention in found)
        {
            if (!IsHeard(mention)) continue;
            var strength = mention.Strength == MentionStrength.Weak ? "?" : "";
            signs.Add("#danger" + strength);
            signs.Add($"#{mention.Id}{strength}");
        }
        foreach (var cue in cues)
            if (cue.Id != Lookalike) signs.Add($"#{cue.Id}");
        return [.. signs];
    }

    private static bool IsHeard(Mention mention) => mention.Strength != MentionStrength.Sound || mention.End - mention.Start >= LeastSound;
}
