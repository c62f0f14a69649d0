using CareCatalog.Dialogs.Lexicons;
using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Recognition;

/// <summary>Whether something mentioned is denied or waved away. 有没有 and 是不是 ask; they do not deny.</summary>
internal sealed class Negation(Lexicon cues)
{
    private const int HanReach = 3;
    private const int LatinReach = 14;

    /// <summary>The cues of a message, to be passed to the questions below.</summary>
    public IReadOnlyList<Mention> CuesOf(Scan scan) => cues.Find(scan);

    /// <summary>Whether a mention is denied: "not disabled", 没有低保.</summary>
    public static bool IsDenied(FoldedText text, Mention mention, IReadOnlyList<Mention> cues) =>
        IsBefore(text, mention, cues, "negation") || IsAfter(mention, cues, "ended") && mention.End - mention.Start <= 4;

    /// <summary>Whether a mention is waved away: 别给我发高中的.</summary>
    public static bool IsDismissed(FoldedText text, Mention mention, IReadOnlyList<Mention> cues) =>
        IsBefore(text, mention, cues, "dismiss") || IsAfter(mention, cues, "ended") || BeginsWithin(mention, cues, "not-stage");

    /// <summary>Whether a stretch begins within a cue: "not senior high" holds both.</summary>
    public static bool BeginsWithin(Mention mention, IReadOnlyList<Mention> cues, string id)
    {
        for (var i = 0; i < cues.Count; i++)
            if (cues[i].Id == id && cues[i].Start < mention.Start && mention.Start < cues[i].End) return true;
        return false;
    }

    private static bool IsBefore(FoldedText text, Mention mention, IReadOnlyList<Mention> cues, string id)
    {
        for (var i = 0; i < cues.Count; i++)
        {
            var cue = cues[i];
            // 不|是低保: the mention may begin within the cue.
            if (cue.Id != id || cue.Start >= mention.Start || cue.End > mention.Start + 1) continue;
            var gap = text.Text.AsSpan(cue.End, Math.Max(0, mention.Start - cue.End));
            if (gap.Length > (Han.IsHan(text.Text[cue.Start]) ? HanReach : LatinReach) || ContainsBreak(gap)) continue;
            if (!IsQuestion(cue, cues)) return !IsTurned(cue.End, mention.Start, cues);
        }
        return false;
    }

    // "not poor but disabled"
    private static bool IsTurned(int from, int to, IReadOnlyList<Mention> cues)
    {
        for (var i = 0; i < cues.Count; i++)
            if (cues[i] is { Id: "contrast" } contrast && contrast.Start >= from && contrast.End <= to) return true;
        return false;
    }

    private static bool IsQuestion(Mention negation, IReadOnlyList<Mention> cues)
    {
        for (var i = 0; i < cues.Count; i++)
            if (cues[i] is { Id: "question-form" } form && form.Start <= negation.Start && form.End >= negation.End) return true;
        return false;
    }

    private static bool ContainsBreak(ReadOnlySpan<char> gap)
    {
        foreach (var c in gap)
            if (Han.PartsClauses(c)) return true;
        return false;
    }

    private static bool IsAfter(Mention mention, IReadOnlyList<Mention> cues, string id)
    {
        for (var i = 0; i < cues.Count; i++)
            if (cues[i] is var cue && cue.Id == id && cue.Start >= mention.End && cue.Start - mention.End <= 1) return true;
        return false;
    }
}
