using CareCatalog.Dialogs.Lexicons;

namespace CareCatalog.Dialogs.Recognition;

/// <summary>Danger to a child or adult: fixed patterns, look-alikes set aside. Works on the message alone.</summary>
internal sealed class DangerReader(Lexicon danger, Lexicon safe)
{
    /// <summary>The kinds of danger a message speaks of, in order of the text, each once.</summary>
    public IReadOnlyList<string> Read(Scan scan)
    {
        if (danger.Find(scan).Count == 0) return [];
        var cues = safe.Find(scan);
        var found = danger.Find(scan, [.. cues.Where(cue => cue.Id == "lookalike")]);
        // That it is over, or is only a subject, takes back the weaker entries, unless something says it goes on.
        var isOver = cues.Any(cue => cue.Id is "past" or "topic") && !cues.Any(cue => cue.Id == "still");
        return [.. found.Where(mention => mention.Strength == MentionStrength.Strong || !isOver).Select(mention => mention.Id).Distinct()];
    }
}
