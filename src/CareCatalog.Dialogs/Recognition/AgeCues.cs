using CareCatalog.Dialogs.Lexicons;
using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Recognition;

/// <summary>What stands beside a number in a message and says whether it is an age: the questions <see cref="AgeReader"/> asks of the cues.</summary>
internal static class AgeCues
{
    private const int SameClause = 14;

    /// <summary>What ends a clause in either language.</summary>
    public static readonly System.Buffers.SearchValues<char> ClauseEnds = System.Buffers.SearchValues.Create(",.;!?:\n\u3001\u3002");

    // "Shibei, 16 months, nursery?": in English, a clause of nothing else tells an age.
    public static bool IsClause(FoldedText text, int start, int end)
    {
        if (text.HanCount > 0) return false;
        var before = text.Text.AsSpan(0, start).TrimEnd();
        var after = text.Text.AsSpan(end).TrimStart();
        return (before.Length == 0 || ClauseEnds.Contains(before[^1])) && (after.Length == 0 || ClauseEnds.Contains(after[0]));
    }

    public static bool IsDuration(FoldedText text, Numeral number, Mention unit, IReadOnlyList<Mention> mentions) => mentions.Any(cue =>
        (cue.Id == "duration-before" && cue.End <= number.Start && number.Start - cue.End <= 4 && SharesClause(text, cue, number.Start, unit.End))
        || (cue.Id == "duration-after" && cue.Start >= unit.End && cue.Start <= unit.End + 1));

    public static bool SaysOld(FoldedText text, Mention unit) =>
        text.Words.Any(word => word.Stem == "old" && word.Start >= unit.Start && word.Start <= unit.End + 1);

    public static bool IsUnit(Mention mention) =>
        mention.Id is "years" or "months" or "weeks" or "days" or "year-unit" or "month-unit" or "day-unit"
        || mention.Id.StartsWith("grade-", StringComparison.Ordinal);

    // Whether a stretch of time is an age: a child is named in the clause, or nothing else is.
    public static bool Said(FoldedText text, Mention unit, IReadOnlyList<Mention> mentions) =>
        mentions.Any(cue => cue.Id is "child-noun" or "elder" or "younger" or "aged" or "child-of" && SharesClause(text, cue, unit.Start, unit.End))
        || text.Text.AsSpan().Trim().Length <= 8;

    public static bool SharesClause(FoldedText text, Mention cue, int start, int end)
    {
        var (from, to) = cue.End <= start ? (cue.End, start) : (end, cue.Start);
        if (to - from > SameClause * (text.HanCount > 0 ? 1 : 3)) return false;
        for (var i = from; i < to; i++)
            if (Han.EndsSentence(text.Text[i])) return false;
        return true;
    }

    public static Mention? At(IReadOnlyList<Mention> mentions, string id, int start) =>
        mentions.FirstOrDefault(mention => mention.Id == id && mention.Start >= start && mention.Start <= start + 1);

    public static Mention? Before(IReadOnlyList<Mention> mentions, string id, int end) =>
        mentions.FirstOrDefault(mention => mention.Id == id && mention.End <= end && end - mention.End <= 1);
}
