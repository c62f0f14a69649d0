namespace CareCatalog.Channels.Privacy;

/// <summary>The shapes of numbers. Each gives the position after the number that begins at a position of a run; null when none does.</summary>
internal static class NumberShape
{
    private const int IdLength = 18;
    private const int OldIdLength = 15;
    private const int MobileLength = 11;

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Eighteen digits of a resident, the last of which may be a letter. Source: GB 11643. Place and date decide; a wrong check digit is a slip.</summary>
    public static int? ResidentId(DigitRun run, int at, FoldedLine line)
    {
        if (run.Count - at < IdLength - 1 || !IsProvince(run.Value(at, 2)) || !IsDate(run.Value(at + 6, 4), run.Value(at + 10, 2), run.Value(at + 12, 2)))
            return null;
        var letter = at + IdLength - 1;
        if (run.IsEdge(letter) && CheckLetterAfter(line, run.PlaceOf(letter - 1) + 1) is not null && run.IsOneNumber(at, letter)) return letter;
        var end = at + IdLength;
        if (end > run.Count || !run.IsOneNumber(at, end)) return null;
        return run.IsEdge(end) || IsChecked(run, at) ? end : null;
    }

    /// <summary>Fifteen digits of a resident, as issued until 1999.</summary>
    public static int? OldResidentId(DigitRun run, int at)
    {
        var end = at + OldIdLength;
        return end <= run.Count && run.IsEdge(end) && IsProvince(run.Value(at, 2)) && run.IsOneNumber(at, end)
            && IsDate(1900 + run.Value(at + 6, 2), run.Value(at + 8, 2), run.Value(at + 10, 2)) ? end : null;
    }

    /// <summary>A mobile, or a landline with its area code; either with the country's code before.</summary>
    public static int? Telephone(DigitRun run, int at, FoldedLine line)
    {
        var isAbroad = run.PlaceOf(at) > 0 && line.Text[run.PlaceOf(at) - 1] == '+';
        if (isAbroad || run.Value(at, Math.Min(4, run.Count - at)) == 86 && run[at] == 0)
            return LastEdge(run, at, 10, 15, MobileLength + 4);
        if (Mobile(run, at) is { } mobile) return mobile;
        if (run[at] == 8 && run.Count > at + 1 && run[at + 1] == 6 && run.Count > at + 2 && Mobile(run, at + 2) is { } prefixed) return prefixed;
        return Landline(run, at);
    }

    /// <summary>A bank card: 13 to 19 digits that pass the check of ISO/IEC 7812, or 16 and more in groups of four.</summary>
    public static int? Card(DigitRun run, int at)
    {
        for (var end = Math.Min(run.Count, at + 19); end >= at + 13; end--)
        {
            if (!run.IsEdge(end)) continue;
            var groups = run.Groups(at, end);
            var fours = groups.Count > 3 && groups.Take(groups.Count - 1).All(size => size == 4) && !AreYears(run, at, groups.Count);
            if (fours && end - at >= 16) return end;
            if ((groups.Count <= 3 || groups.TrueForAll(size => size == groups[0])) && run[at] is >= 3 and not 7 && PassesLuhn(run, at, end)) return end;
        }
        return null;
    }

    /// <summary>Where the check letter of an identity number stands after a place; null when none does.</summary>
    public static int? CheckLetterAfter(FoldedLine line, int place)
    {
        while (place < line.Text.Length && line.Joins(place)) place++;
        var isLetter = place < line.Text.Length && line.Text[place] is 'x' or '\u00d7' or '\u0445' or '\u2169' or '\u2179';
        return isLetter && (place + 1 == line.Text.Length || !char.IsAsciiLetterOrDigit(line.Text[place + 1])) ? place : null;
    }

    private static int? Mobile(DigitRun run, int at)
    {
        var end = at + MobileLength;
        if (end > run.Count || !run.IsEdge(end) || run[at] != 1 || run[at + 1] < 3 || !run.IsOneNumber(at, end)) return null;
        // 1998.10.20 and a number after it
        var groups = run.Groups(at, end);
        return groups.Count > 2 && groups[0] == 4 && groups[1] <= 2 ? null : end;
    }

    private static int? Landline(DigitRun run, int at)
    {
        if (run[at] != 0 || run.Count - at < 10 || run[at + 1] == 0 || run.GroupAt(at) is not (3 or 4 or >= 10)) return null;
        return LastEdge(run, at, 10, 12, 5);
    }

    private static int? LastEdge(DigitRun run, int at, int fewest, int most, int mostGroups)
    {
        for (var end = Math.Min(run.Count, at + most); end >= at + fewest; end--)
            if (run.IsEdge(end) && run.Groups(at, end).Count <= mostGroups) return end;
        return null;
    }

    private static bool IsProvince(long code) => code is (>= 11 and <= 15) or (>= 21 and <= 23) or (>= 31 and <= 37)
        or (>= 41 and <= 46) or (>= 50 and <= 54) or (>= 61 and <= 65) or 71 or 81 or 82 or 83;

    private static bool IsDate(long year, long month, long day) =>
        year is >= 1900 and < 2100 && month is >= 1 and <= 12 && day is >= 1 and <= 31;

    private static bool IsChecked(DigitRun run, int at)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++) sum += Weights[i] * run[at + i];
        return "10X98765432"[sum % 11] == (char)('0' + run[at + IdLength - 1]);
    }

    private static bool AreYears(DigitRun run, int at, int groups) =>
        Enumerable.Range(0, groups - 1).All(group => run.Value(at + (group * 4), 4) is >= 1900 and < 2100);

    private static bool PassesLuhn(DigitRun run, int at, int end)
    {
        var sum = 0;
        for (var i = end - 1; i >= at; i--)
        {
            var digit = run[i] * ((end - 1 - i) % 2 == 0 ? 1 : 2);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return sum % 10 == 0;
    }
}
