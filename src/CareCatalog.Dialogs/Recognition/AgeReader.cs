using CareCatalog.Dialogs.Lexicons;
using CareCatalog.Search.Text;
using static CareCatalog.Dialogs.Recognition.AgeCues;

namespace CareCatalog.Dialogs.Recognition;

/// <summary>Ages given as a number and a unit, or as a word: 四岁半, 18个月, 虚岁5岁, turning six next month, 刚满月.</summary>
internal sealed class AgeReader(Lexicon ages, NumeralReader numerals)
{
    private const int OldestChild = 18;
    private const int NearChars = 2;

    private readonly AgeListReader lists = new(numerals);

    /// <summary>The ages of children a message gives; an adult's age is left out.</summary>
    public IEnumerable<AgeFact> Read(Scan scan, DateOnly today)
    {
        var mentions = ages.Find(scan);
        var taken = new List<AgeFact>();
        // What carries a unit is read before what does not: 娃3、5岁.
        foreach (var unit in mentions)
            if (!IsBareCue(unit)) Take(unit);
        foreach (var cue in mentions)
            if (IsBareCue(cue)) Take(cue);
        taken.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return taken;

        void Take(Mention unit)
        {
            if (Overlaps(unit.Start, unit.End) || Read(scan.Text, unit, mentions, today) is not { } age || Overlaps(age.Start, age.End) || IsSameInfant(unit, mentions)) return;
            taken.Add(age);
            if (unit.Id is "months" or "months-half" or "weeks" or "days" or "newborn" or "unborn") return;
            foreach (var listed in lists.Beside(scan.Text, age, mentions))
                if (!Overlaps(listed.Start, listed.End)) taken.Add(listed);
        }

        bool Overlaps(int start, int end)
        {
            foreach (var fact in taken)
                if (fact.Start < end && start < fact.End) return true;
            return false;
        }
    }

    private static bool IsBareCue(Mention cue) => cue.Id is "child-noun" or "elder" or "younger" or "turning" or "turned" or "aged" or "child-of";

    // Pregnant, and due in March: one child; 刚出生三天: one, whose days are counted.
    private static bool IsSameInfant(Mention unit, IReadOnlyList<Mention> mentions) =>
        unit.Id is "newborn" or "unborn" && mentions.Any(other => other.Start < unit.Start && other.Id == unit.Id)
        || unit.Id == "days-since" && mentions.Any(other => other.Id == "newborn");

    private AgeFact? Read(FoldedText text, Mention unit, IReadOnlyList<Mention> mentions, DateOnly today) => unit.Id switch
    {
        "years" => Years(text, unit, mentions, today),
        "months" or "months-half" => Months(text, unit, mentions),
        "weeks" => numerals.EndingAt(text, unit.Start) is { High: < 60 } weeks && (Said(text, unit, mentions) || SaysOld(text, unit))
            ? Fact(weeks, unit, weeks.Low / 4.345, weeks.High / 4.345) : null,
        "days" => numerals.EndingAt(text, unit.Start) is { High: < 100 } days && (Said(text, unit, mentions) || SaysOld(text, unit))
            ? Fact(days, unit, days.Low / 30.4, days.High / 30.4) : null,
        "days-of" => numerals.EndingAt(text, unit.Start) is { High: < 100 } old ? Fact(old, unit, old.Low / 30.4, old.High / 30.4) : null,
        "days-since" => numerals.EndingAt(text, unit.Start) is { High: < 100 } since && Before(mentions, "born", since.Start) is not null
            ? Fact(since, unit, since.Low / 30.4, since.High / 30.4) : null,
        "newborn" or "unborn" => new AgeFact(unit.Start, unit.End, new AgeRange(0, 0)),
        "one-month" => new AgeFact(unit.Start, unit.End, new AgeRange(0, 1)),
        "two-months" => IsStretch(unit, mentions) ? null : new AgeFact(unit.Start, unit.End, new AgeRange(2, 2)),
        "three-months" => IsStretch(unit, mentions) ? null : new AgeFact(unit.Start, unit.End, new AgeRange(3, 3)),
        "hundred-days" => new AgeFact(unit.Start, unit.End, new AgeRange(3, 3)),
        _ => IsBareCue(unit) ? Bare(text, unit, mentions, today) : null,
    };

    private static AgeFact Fact(Numeral number, Mention unit, double low, double high) =>
        new(number.Start, unit.End, new AgeRange((int)low, (int)high));

    private AgeFact? Years(FoldedText text, Mention unit, IReadOnlyList<Mention> mentions, DateOnly today)
    {
        if (NumberBefore(text, unit, mentions) is not { } number || number.High > OldestChild) return null;
        if (unit.Strength == MentionStrength.Weak && !Said(text, unit, mentions)) return null;
        var end = unit.End;
        AgeRange range;
        if ((At(mentions, "half-after", unit.End) ?? HalfBefore(unit, mentions)) is { } half && number.IsSingle)
        {
            range = Whole(number.Low, 4, 8);
            end = Math.Max(end, half.End);
        }
        else if (MonthsAfter(text, unit, mentions) is var (months, monthsEnd) && number.IsWhole)
        {
            range = new AgeRange(((int)number.Low * 12) + months, ((int)number.Low * 12) + months);
            end = monthsEnd;
        }
        else range = new AgeRange((int)(number.Low * 12), number.IsWhole || !number.IsSingle ? ((int)number.High * 12) + 11 : (int)(number.Low * 12) + 1);
        if (number.IsWhole && ShortOf(text, number, mentions) is { } missing)
            return new AgeFact(number.Start, end, new AgeRange(((int)number.Low * 12) - missing, ((int)number.Low * 12) - missing));
        var nominal = Before(mentions, "nominal", number.Start) is not null || (At(mentions, "nominal", unit.Start) is not null && number.IsWhole);
        if (nominal) range = Nominal(number, today);
        else range = Shifted(text, number, end, range, mentions, today);
        return new AgeFact(number.Start, end, range, nominal);
    }

    // 搬来没俩月 is a stretch of time, 差仨月 what is missing.
    private static bool IsStretch(Mention unit, IReadOnlyList<Mention> mentions) => ShortOf(unit, mentions)
        || mentions.Any(cue => cue.Id == "duration-before" && cue.End <= unit.Start && unit.Start - cue.End <= 3);

    // The numeral of a label (老二, 老三) is no part of the age behind it.
    private Numeral? NumberBefore(FoldedText text, Mention unit, IReadOnlyList<Mention> mentions)
    {
        var floor = 0;
        foreach (var label in mentions)
            if (label.Id is "elder" or "younger" or "third" && label.End <= unit.Start) floor = Math.Max(floor, label.End);
        return numerals.EndingAt(text, HalfBefore(unit, mentions)?.Start ?? unit.Start, floor);
    }

    // "four and a half years old": the half stands before the unit.
    private static Mention? HalfBefore(Mention unit, IReadOnlyList<Mention> mentions) =>
        unit.Id == "years" && mentions.FirstOrDefault(half => half.Id == "half-after" && half.End <= unit.Start && unit.Start - half.End <= 1) is { IsWhole: true, Weight: > 1 } half ? half : null;

    private static bool ShortOf(Mention unit, IReadOnlyList<Mention> mentions) => Before(mentions, "short-of", unit.Start) is not null;

    // 差两个月三岁, "two months short of three": the months missing.
    private int? ShortOf(FoldedText text, Numeral number, IReadOnlyList<Mention> mentions)
    {
        foreach (var unit in mentions)
            if (unit.Id is "two-months" or "three-months" && unit.End <= number.Start && number.Start - unit.End <= 4 && ShortOf(unit, mentions))
                return unit.Id == "two-months" ? 2 : 3;
            else if (unit.Id == "months" && unit.End <= number.Start && number.Start - unit.End <= 4
                && numerals.EndingAt(text, unit.Start) is { IsWhole: true, High: < 12 } months && Before(mentions, "short-of", months.Start) is not null)
                return (int)months.Low;
        return null;
    }

    // 虚岁 counts the calendar years touched: n 虚岁 was born in the year n - 1 years ago.
    private static AgeRange Nominal(Numeral number, DateOnly today)
    {
        var youngest = ((today.Year - (today.Year - (int)number.Low + 1)) * 12) + today.Month - 12;
        var oldest = (((int)number.High - 1) * 12) + today.Month - 1;
        return new AgeRange(Math.Max(0, youngest), Math.Max(0, oldest));
    }

    // "almost four", "not yet three", "turning six next month", "turned three yesterday".
    private AgeRange Shifted(FoldedText text, Numeral number, int end, AgeRange range, IReadOnlyList<Mention> mentions, DateOnly today)
    {
        if (!number.IsWhole || number.Low < 1) return range;
        var birthday = (int)number.Low * 12;
        bool Near(string id) => mentions.Any(cue => cue.Id == id && SharesClause(text, cue, number.Start, end));
        var turning = Near("turn") || Near("turning") || Near("turned") || Before(mentions, "just-before", number.Start) is not null;
        if (turning && Near("next-month")) return new AgeRange(birthday - 1, birthday - 1);
        if (turning && Near("new-year")) return new AgeRange(birthday - 4, birthday - 1);
        if (turning && Near("tomorrow")) return new AgeRange(birthday - 1, birthday - 1);
        if (turning && (Near("today") || Near("yesterday"))) return new AgeRange(birthday, birthday);
        // 今年三月过的生日: the month tells how far into the year of age.
        if (turning && MonthOf(mentions, text, number.Start, end) is { } month && (Near("turned") || Near("turn")))
            return new AgeRange(birthday + ((today.Month - month + 12) % 12), birthday + ((today.Month - month + 12) % 12));
        // 3岁以下, "under three": any age below.
        if (Before(mentions, "below-before", number.Start) is not null || At(mentions, "below-after", end) is not null) return new AgeRange(0, birthday - 1);
        if (Before(mentions, "under-before", number.Start) is not null) return new AgeRange(birthday - 12, birthday - 1);
        if (Before(mentions, "almost-before", number.Start) is not null || Near("turning")) return new AgeRange(birthday - 3, birthday - 1);
        return range;
    }

    private AgeFact? Months(FoldedText text, Mention unit, IReadOnlyList<Mention> mentions)
    {
        if (NumberBefore(text, unit, mentions) is not { } number || number.High > 80) return null;
        // "4,000 a month", "money each month": no child is a month old there.
        if (IsRate(text, number) && !SaysOld(text, unit)) return null;
        // "lived here for 8 months": a stretch of time is no age; a child is spoken of beside an age, or the unit says old.
        if (Before(mentions, "short-of", number.Start) is not null) return null;
        // 怀孕六个月: the months of a child not born yet.
        if (mentions.Any(cue => cue.Id == "unborn" && SharesClause(text, cue, number.Start, unit.End))) return null;
        if (!SaysOld(text, unit) && (!(Said(text, unit, mentions) || IsClause(text, number.Start, unit.End)) || IsDuration(text, number, unit, mentions))) return null;
        var (low, high) = ((int)number.Low, (int)number.High);
        if (Before(mentions, "almost-before", number.Start) is not null) low = Math.Max(0, low - 1);
        return new AgeFact(number.Start, unit.End, new AgeRange(low, high));
    }

    // The article counts no months, unless it stands alone: a month old.
    private static bool IsRate(FoldedText text, Numeral number) => number.End - number.Start == 1 && text.Text[number.Start] == 'a';

    // "boy, 11," and "the older is 12": a bare number right after a word for a child.
    private AgeFact? Bare(FoldedText text, Mention cue, IReadOnlyList<Mention> mentions, DateOnly today)
    {
        var from = mentions.FirstOrDefault(near => near.Id is "almost-before" or "under-before" or "below-before" or "just-before" && near.Start >= cue.End && near.Start - cue.End <= NearChars)?.End ?? cue.End;
        if (numerals.StartingAt(text, from) is not { IsWhole: true, High: <= OldestChild and > 0 } number || number.Start - from > NearChars) return null;
        if (!char.IsAsciiDigit(text.Text[number.Start]) && !(cue.Id is "turning" or "turned" || (cue.Id == "child-of" && number.Low > 2)) && !EndsThere(text, number, mentions)) return null;
        var next = number.End < text.Text.Length ? text.Text[number.End] : ' ';
        var closed = next is ' ' or ',' or '.' or ';' or ')' or '\u3002' or '\u3001' or '?' or '\n' or '!';
        if (!closed || mentions.Any(unit => unit.Start >= number.End && unit.Start <= number.End + 1 && IsUnit(unit))) return null;
        if (cue.Id == "aged" && !mentions.Any(noun => noun.Id is "child-noun" or "elder" or "younger" or "third" && noun.Start < cue.Start) && !IsName(text, cue, number, mentions)) return null;
        if (At(mentions, "half-after", number.End) is { } half) return new AgeFact(number.Start, half.End, Whole(number.Low, 4, 8));
        var range = AgeRange.Years((int)number.Low, (int)number.Low);
        return new AgeFact(number.Start, number.End, Shifted(text, number, number.End, range, mentions, today));
    }

    // "My son is eleven." gives an age; "is one of", "is two hours away" do not.
    private static bool EndsThere(FoldedText text, Numeral number, IReadOnlyList<Mention> mentions)
    {
        var rest = text.Text.AsSpan(number.End).TrimStart(' ');
        return number.Low > 1 && (rest.Length == 0 || ClauseEnds.Contains(rest[0]) || At(mentions, "half-after", number.End) is not null || At(mentions, "clause-after", number.End) is not null);
    }

    // "Rosie is four.": a name is written large.
    private static bool IsName(FoldedText text, Mention cue, Numeral number, IReadOnlyList<Mention> mentions)
    {
        var before = text.Original.AsSpan(0, cue.Start).TrimEnd();
        var name = before[(before.LastIndexOfAny(' ', '\n') + 1)..];
        return name.Length > 2 && char.IsAsciiLetterUpper(name[0]) && name[1..].IndexOfAnyExceptInRange('a', 'z') < 0 && EndsThere(text, number, mentions);
    }

    private (int Months, int End)? MonthsAfter(FoldedText text, Mention unit, IReadOnlyList<Mention> mentions)
    {
        foreach (var month in mentions)
            if (month.Id == "months" && month.Start > unit.End && month.Start <= unit.End + 8
                && numerals.EndingAt(text, month.Start) is { IsWhole: true, High: < 12 } number && number.Start - unit.End <= 5 && number.Start >= unit.End
                && text.Text.AsSpan(unit.End, number.Start - unit.End).IndexOfAny(ClauseEnds) < 0)
                return ((int)number.Low, month.End);
        return null;
    }

    private int? MonthOf(IReadOnlyList<Mention> mentions, FoldedText text, int start, int end)
    {
        foreach (var mention in mentions)
            if (mention.Id == "month-unit" && numerals.EndingAt(text, mention.Start) is { IsWhole: true, High: >= 1 and <= 12 } named
                && SharesClause(text, mention, start, end))
                return (int)named.Low;
        foreach (var mention in mentions)
            if (mention.Id.StartsWith("month-", StringComparison.Ordinal) && int.TryParse(mention.Id.AsSpan(6), out var month)
                && SharesClause(text, mention, start, end))
                return month;
        return null;
    }

    private static AgeRange Whole(double years, int from, int to) => new(((int)years * 12) + from, ((int)years * 12) + to);
}
