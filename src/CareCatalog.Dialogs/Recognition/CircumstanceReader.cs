using CareCatalog.Dialogs.Lexicons;

namespace CareCatalog.Dialogs.Recognition;

/// <summary>Circumstances with polarity: stated, implied, denied.</summary>
internal sealed class CircumstanceReader(Lexicon circumstances)
{
    private const int OthersReach = 26;

    /// <summary>The circumstances of a message; denied when every mention of one is denied.</summary>
    public IReadOnlyList<CircumstanceReading> Read(Scan scan, IReadOnlyList<Mention> cues)
    {
        var mentions = circumstances.Find(scan);
        if (mentions.Count == 0) return [];
        var readings = new Dictionary<string, CircumstanceReading>(StringComparer.Ordinal);
        foreach (var mention in mentions)
        {
            if (mention.Strength == MentionStrength.Weak || IsOfAdult(mention, cues)) continue;
            var denied = Negation.IsDenied(scan.Text, mention, cues) || IsOfOthers(scan, mention, cues);
            if (!readings.TryGetValue(mention.Id, out var known) || (known.IsDenied && !denied))
                readings[mention.Id] = new CircumstanceReading(mention.Id, mention.Start, mention.End, denied);
        }
        return [.. readings.Values];
    }

    // 爸爸残疾 tells nothing of the child's own.
    private static bool IsOfAdult(Mention mention, IReadOnlyList<Mention> cues)
    {
        for (var i = 0; i < cues.Count; i++)
            if (cues[i].Id == "adults-own" && mention.IsSwallowedBy(cues[i])) return true;
        return false;
    }

    // "Her sister is disabled, but I'm asking about the little one."
    private static bool IsOfOthers(Scan scan, Mention mention, IReadOnlyList<Mention> cues) =>
        cues.Any(own => own.Id == "own-instead")
        && cues.Any(other => other.Id == "of-others" && other.End <= mention.Start && mention.Start - other.End <= OthersReach && !scan.SentenceEndsBetween(other.End, mention.Start));
}
