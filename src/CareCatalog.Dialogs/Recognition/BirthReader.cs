using System.Globalization;
using CareCatalog.Dialogs.Lexicons;
using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Recognition;

/// <summary>Birth dates, years and animals of the zodiac, turned into ages: 2021年3月生, born in March 2021, 2020-09-01, 去年春天的, 属兔.</summary>
internal sealed class BirthReader(Lexicon ages, NumeralReader numerals)
{
    private const int FirstYear = 2004;
    private const int CueDistance = 12;

    // The first month of each season, and how many it has; winter ends with the year it is named after.
    private static readonly (string Id, int First, int Count)[] Seasons =
        [("season-spring", 2, 4), ("season-summer", 5, 4), ("season-autumn", 8, 4), ("season-winter", 11, 2)];

    // 2008 was a year of the rat.
    private const int RatYear = 2008;
    private static readonly string[] Zodiac =
        ["rat", "ox", "tiger", "rabbit", "dragon", "snake", "horse", "goat", "monkey", "rooster", "dog", "pig"];

    /// <summary>The ages that follow from births a message gives.</summary>
    public IEnumerable<AgeFact> Read(Scan scan, DateOnly today)
    {
        var mentions = ages.Find(scan);
        var last = -1;
        foreach (var fact in Found(scan.Text, mentions, today).OfType<AgeFact>().OrderBy(fact => fact.Start))
        {
            if (fact.Start < last) continue;
            last = fact.End;
            yield return fact;
        }
    }

    private IEnumerable<AgeFact?> Found(FoldedText text, IReadOnlyList<Mention> mentions, DateOnly today)
    {
        foreach (var mention in mentions)
        {
            if (mention.Id == "year-unit") yield return HanDate(text, mention, mentions, today);
            else if (mention.Id.StartsWith("years-ago-", StringComparison.Ordinal)) yield return Ago(text, mention, mentions, today);
            else if (mention.Id.StartsWith("zodiac-", StringComparison.Ordinal)) yield return Animal(mention, today);
            else if (mention.Id.StartsWith("month-", StringComparison.Ordinal) && mention.Id != "month-unit") yield return EnglishDate(text, mention, mentions, today);
        }
        for (var i = 0; i < text.Words.Count; i++) yield return Digits(text, i, mentions, today);
    }

    private AgeFact? HanDate(FoldedText text, Mention unit, IReadOnlyList<Mention> mentions, DateOnly today)
    {
        if (numerals.EndingAt(text, unit.Start) is not { IsWhole: true } number) return null;
        var year = (int)number.Low;
        if (year < 100) year += 2000;
        if (year < FirstYear || year > today.Year + 1) return null;
        var (month, day, end) = MonthAndDay(text, unit, mentions);
        return IsBirth(text, mentions, number.Start, end) ? Since(number.Start, end, year, month, day, today) : null;
    }

    // 去年春天的, 前年三月生.
    private AgeFact? Ago(FoldedText text, Mention ago, IReadOnlyList<Mention> mentions, DateOnly today)
    {
        if (mentions.Any(ago.IsSwallowedBy)) return null;
        var year = today.Year - int.Parse(ago.Id.AsSpan("years-ago-".Length), CultureInfo.InvariantCulture);
        foreach (var (id, first, count) in Seasons)
            if (mentions.FirstOrDefault(cue => cue.Id == id && cue.Start == ago.End) is { } season && IsBirth(text, mentions, ago.Start, season.End, 1))
                return Between(ago.Start, season.End, new DateOnly(year, first, 1), new DateOnly(year, first, 1).AddMonths(count).AddDays(-1), today);
        var (month, day, end) = MonthAndDay(text, ago, mentions);
        // 今年三月过的生日: a birthday kept, no birth.
        if (mentions.Any(cue => cue.Id == "turn" && cue.Start >= end && cue.Start - end <= 2)) return null;
        return month > 0 && IsBirth(text, mentions, ago.Start, end, 1) ? Since(ago.Start, end, year, month, day, today) : null;
    }

    private (int Month, int Day, int End) MonthAndDay(FoldedText text, Mention unit, IReadOnlyList<Mention> mentions)
    {
        var (month, day, end) = (0, 0, unit.End);
        if (mentions.FirstOrDefault(cue => cue.Id == "month-unit" && cue.Start > unit.End && cue.Start <= unit.End + 3) is { } monthUnit
            && numerals.EndingAt(text, monthUnit.Start) is { IsWhole: true, High: >= 1 and <= 12 } monthNumber && monthNumber.Start >= unit.End)
        {
            (month, end) = ((int)monthNumber.Low, monthUnit.End);
            if (mentions.FirstOrDefault(cue => cue.Id == "day-unit" && cue.Start > monthUnit.End && cue.Start <= monthUnit.End + 3) is { } dayUnit
                && numerals.EndingAt(text, dayUnit.Start) is { IsWhole: true, High: >= 1 and <= 31 } dayNumber && dayNumber.Start >= monthUnit.End)
                (day, end) = ((int)dayNumber.Low, dayUnit.End);
        }
        return (month, day, end);
    }

    private static AgeFact? EnglishDate(FoldedText text, Mention month, IReadOnlyList<Mention> mentions, DateOnly today)
    {
        if (!int.TryParse(month.Id.AsSpan(6), out var number)) return null;
        var year = text.Words.FirstOrDefault(word => word.IsNumber && word.Length == 4 && Math.Abs(word.Start - month.End) <= 8);
        if (year.Length != 4 || !int.TryParse(year.Stem, out var value) || value < FirstYear || value > today.Year) return null;
        var (start, end) = (Math.Min(month.Start, year.Start), Math.Max(month.End, year.End));
        var day = text.Words.FirstOrDefault(word => word.IsNumber && word.Length <= 2 && word.Start >= start - 4 && word.End <= end);
        _ = int.TryParse(day.Stem, out var dayNumber);
        return IsBirth(text, mentions, start, end, 40) ? Since(start, end, value, number, dayNumber, today) : null;
    }

    // 2020-09-01, 2020.9.1, 2020/9, 20200901, and "born 2019".
    private static AgeFact? Digits(FoldedText text, int index, IReadOnlyList<Mention> mentions, DateOnly today)
    {
        var word = text.Words[index];
        if (!word.IsNumber || word.Length is not (4 or 8) || !int.TryParse(word.Stem.AsSpan(0, 4), out var year)) return null;
        if (year < FirstYear || year > today.Year) return null;
        var (month, day, end) = (0, 0, word.End);
        if (word.Length == 8) _ = int.TryParse(word.Stem.AsSpan(4, 2), out month) & int.TryParse(word.Stem.AsSpan(6, 2), out day);
        else if (Part(text, index + 1, end) is { } second)
        {
            (month, end) = second;
            if (Part(text, index + 2, end) is { } third) (day, end) = third;
        }
        if (month > 12 || day > 31) return null;
        return IsBirth(text, mentions, word.Start, end, 24) ? Since(word.Start, end, year, month, day, today) : null;
    }

    private static (int Value, int End)? Part(FoldedText text, int index, int after)
    {
        if (index >= text.Words.Count) return null;
        var word = text.Words[index];
        return word.IsNumber && word.Length <= 2 && word.Start == after + 1 && text.Text[after] is '-' or '.' or '/'
            && int.TryParse(word.Stem, out var value) ? (value, word.End) : null;
    }

    private static bool IsBirth(FoldedText text, IReadOnlyList<Mention> mentions, int start, int end, int distance = CueDistance)
    {
        foreach (var cue in mentions)
        {
            if (cue.Id == "born-last" && cue.Start < end && end <= cue.End && EndsOrTellsOfChild(text, cue, mentions)) return true;
            if (cue.Id != "born") continue;
            var gap = cue.Start >= end ? cue.Start - end : cue.End <= start ? start - cue.End : 0;
            // A single character (生) must stand right behind the date.
            if (cue.End - cue.Start == 1 ? cue.Start >= end && gap <= 2 : gap <= distance) return true;
        }
        return false;
    }

    // 孩子18年的 is a birth, 2024年的政策 is none.
    private static bool EndsOrTellsOfChild(FoldedText text, Mention cue, IReadOnlyList<Mention> mentions) =>
        cue.End == text.Text.Length || text.Text[cue.End] == ' ' || Han.PartsClauses(text.Text[cue.End])
        || mentions.Any(child => child.Id is "child-noun" or "elder" or "younger" or "third" && child.End <= cue.Start && cue.Start - child.End <= CueDistance);

    private static AgeFact Since(int start, int end, int year, int month, int day, DateOnly today)
    {
        var first = new DateOnly(year, month == 0 ? 1 : month, 1);
        var last = month == 0 ? new DateOnly(year, 12, 31) : first.AddMonths(1).AddDays(-1);
        if (month > 0 && day > 0 && day <= last.Day) first = last = new DateOnly(year, month, day);
        return Between(start, end, first, last, today);
    }

    private static AgeFact Between(int start, int end, DateOnly first, DateOnly last, DateOnly today)
    {
        if (first > today) return new AgeFact(start, end, new AgeRange(0, 0));
        return new AgeFact(start, end, new AgeRange(Math.Max(0, SchoolYear.MonthsBetween(last, today)), SchoolYear.MonthsBetween(first, today))) { Born = (first, last) };
    }

    private static AgeFact Animal(Mention mention, DateOnly today)
    {
        var offset = Array.IndexOf(Zodiac, mention.Id[7..]);
        var year = RatYear + offset;
        while (year + 12 < today.Year || (year + 12 == today.Year && today.Month > 2)) year += 12;
        // The lunar year begins between 21 January and 20 February.
        var last = new DateOnly(year + 1, 2, 10);
        return new AgeFact(mention.Start, mention.End, new AgeRange(
            Math.Max(0, SchoolYear.MonthsBetween(last < today ? last : today, today)), SchoolYear.MonthsBetween(new DateOnly(year, 1, 25), today)));
    }
}
