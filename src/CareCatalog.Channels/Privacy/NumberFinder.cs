namespace CareCatalog.Channels.Privacy;

/// <summary>
/// Finds the numbers that belong to a person: by their shape; by any shape after a word that announces one. Dates, row ids
/// and the public lines are none.
/// </summary>
/// <param name="words">The words that announce a number.</param>
/// <param name="publicLines">The numbers anyone may ring.</param>
internal sealed class NumberFinder(MaskWords words, IReadOnlySet<string> publicLines)
{
    private const int ShortestLong = 11;
    private const int ShortestAnnounced = 7;
    private const int Reach = 14;

    /// <summary>The numbers of a text.</summary>
    public IEnumerable<PersonalDatum> Find(FoldedLine line)
    {
        foreach (var run in DigitRun.In(line))
        {
            var at = 0;
            while (at < run.Count)
            {
                if (Shaped(run, at, line) is { } shaped)
                {
                    yield return Stretch(line, run, at, shaped.End, shaped.Kind);
                    at = shaped.End;
                }
                else at += run.GroupAt(at);
            }
            if (Announced(line, run) is { } announced) yield return announced;
        }
    }

    private static (int End, PersonalDataKind Kind)? Shaped(DigitRun run, int at, FoldedLine line)
    {
        if (NumberShape.ResidentId(run, at, line) is { } id) return (id, PersonalDataKind.ResidentId);
        if (NumberShape.Telephone(run, at, line) is { } phone) return (phone, PersonalDataKind.Telephone);
        if (NumberShape.OldResidentId(run, at) is { } old) return (old, PersonalDataKind.ResidentId);
        if (NumberShape.Card(run, at) is { } card) return (card, PersonalDataKind.Card);
        // Nothing the lists hold is as long, so whatever it is, it is somebody's.
        var group = run.GroupAt(at);
        return group >= ShortestLong ? (at + group, PersonalDataKind.Card) : null;
    }

    // After a word such as a telephone's, a wrong number counts as well.
    private PersonalDatum? Announced(FoldedLine line, DigitRun run)
    {
        var first = AfterPublicLines(run);
        var rest = run.Count - first;
        if (rest < ShortestAnnounced || IsDate(run, first) || IsRowId(run, first, line)) return null;
        if (!run.IsOneNumber(first, run.Count) || !IsAnnounced(line, run.PlaceOf(first))) return null;
        return Stretch(line, run, first, run.Count, PersonalDataKind.Telephone);
    }

    // Public lines, with or without an area code before them.
    private int AfterPublicLines(DigitRun run)
    {
        var first = 0;
        while (first < run.Count)
        {
            var line = run[first] == 0 && first + run.GroupAt(first) < run.Count ? first + run.GroupAt(first) : first;
            if (!publicLines.Contains(Written(run, line))) break;
            first = line + run.GroupAt(line);
        }
        return first;
    }

    private bool IsAnnounced(FoldedLine line, int place)
    {
        var from = Math.Max(0, place - Reach);
        for (var end = place; end > from; end--)
        {
            if (words.Before("number-cue", line.Text, end) is not null) return true;
            if (line.Text[end - 1] is '\n' or '\u3002' or '?' or '!') return false;
        }
        return false;
    }

    private static string Written(DigitRun run, int at) => run.Value(at, Math.Min(run.GroupAt(at), 18)).ToString();

    private static bool IsDate(DigitRun run, int at) =>
        run.Count - at is 8 && run.Value(at, 4) is >= 1900 and < 2100 && run.Value(at + 4, 2) is >= 1 and <= 12 && run.Value(at + 6, 2) is >= 1 and <= 31;

    private static bool IsRowId(DigitRun run, int at, FoldedLine line) =>
        run.GroupAt(at) == 6 && run.Count > at + 6 && run.GroupAt(at + 6) <= 2 && line.Text[run.PlaceOf(at + 6) - 1] == '-';

    // A letter before, as of a passport, and the check letter after belong to the number.
    private static PersonalDatum Stretch(FoldedLine line, DigitRun run, int at, int end, PersonalDataKind kind)
    {
        var start = run.PlaceOf(at);
        while (start > 0 && run.PlaceOf(at) - start < 2 && (char.IsAsciiLetter(line.Text[start - 1]) || line.Text[start - 1] == '+')) start--;
        var last = run.PlaceOf(end - 1) + 1;
        if (kind == PersonalDataKind.ResidentId && NumberShape.CheckLetterAfter(line, last) is { } letter) last = letter + 1;
        return new PersonalDatum(start, last, kind);
    }
}
