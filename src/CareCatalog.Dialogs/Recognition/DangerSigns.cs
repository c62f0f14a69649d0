using CareCatalog.Dialogs.Lexicons;

namespace CareCatalog.Dialogs.Recognition;

/// <summary>What the lexicons of danger and of its look-alikes notice in a message, as signs for a classifier.</summary>
internal sealed class DangerSigns(Lexicon danger, Lexicon safe)
{
    // Three characters that merely sound alike are mostly something else: 有大人 for 又打人.
    private const int LeastSound = 4;

    /// <summary>The signs of a message, each once.</summary>
    public IReadOnlyList<string> Of(Scan scan)
    {
        var cues = safe.Find(scan);
        var found = danger.Find(scan).Count == 0 ? [] : danger.Find(scan, [.. cues.Where(cue => cue.Id == "lookalike")]);
        if (cues.Count == 0 && found.Count == 0) return [];
        var signs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mention in found)
        {
            if (mention.Strength == MentionStrength.Sound && mention.End - mention.Start < LeastSound) continue;
            var strength = mention.Strength == MentionStrength.Weak ? "?" : "";
            signs.Add("#danger" + strength);
            signs.Add($"#{mention.Id}{strength}");
        }
        foreach (var cue in cues) signs.Add($"#{cue.Id}");
        return [.. signs];
    }
}
