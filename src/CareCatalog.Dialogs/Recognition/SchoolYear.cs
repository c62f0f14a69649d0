namespace CareCatalog.Dialogs.Recognition;

/// <summary>
/// When a child is at which stage: kindergarten from 3, school from 1 September of the year in which it is 6 by 31 August,
/// nine compulsory years, then three of senior high or vocational school. Source: 义务教育法, article 11, and the lists.
/// </summary>
internal static class SchoolYear
{
    private const int EntryAge = 6;
    private const int CompulsoryYears = 9;
    private const int SeniorYears = 3;
    private const int KindergartenMonths = 36;
    private const int FirstMonth = 9;
    private const int Grown = 20 * 12;

    /// <summary>The stages a child whose age lies in the range can be in on a day.</summary>
    public static IReadOnlyList<Stage> StagesAt(AgeRange months, DateOnly today)
    {
        var stages = new List<Stage>(2);
        // A month of age holds births on both sides of the cut-off when it lies between them.
        for (var age = months.FromMonths; age <= months.ToMonths && age < Grown; age++)
        {
            Add(stages, today.AddMonths(-age), age, today);
            Add(stages, today.AddMonths(-age - 1).AddDays(1), age, today);
        }
        return stages;
    }

    /// <summary>The stages a child born on one of the days can be in on a day.</summary>
    public static IReadOnlyList<Stage> StagesOfBirths(DateOnly first, DateOnly last, DateOnly today)
    {
        var stages = new List<Stage>(2);
        for (var born = last; born >= first; born = born.AddDays(-1))
            if (born <= today && MonthsBetween(born, today) is var age && age < Grown) Add(stages, born, age, today);
        return stages;
    }

    /// <summary>Completed months between a birth and a day.</summary>
    public static int MonthsBetween(DateOnly born, DateOnly today) =>
        ((today.Year - born.Year) * 12) + today.Month - born.Month - (today.Day < born.Day ? 1 : 0);

    /// <summary>The ages of pupils of a grade (1 to 12) on a day, a year of late entry allowed.</summary>
    public static AgeRange AgesInGrade(int grade, DateOnly today)
    {
        var sinceSeptember = (today.Month - FirstMonth + 12) % 12;
        var from = ((EntryAge + grade - 1) * 12) + sinceSeptember;
        return new AgeRange(from, from + 23);
    }

    private static void Add(List<Stage> stages, DateOnly born, int age, DateOnly today)
    {
        foreach (var stage in StagesOf(born, age, today))
            if (!stages.Contains(stage)) stages.Add(stage);
    }

    private static IEnumerable<Stage> StagesOf(DateOnly born, int age, DateOnly today)
    {
        var entry = new DateOnly(born.Year + (born.Month < FirstMonth ? EntryAge : EntryAge + 1), FirstMonth, 1);
        if (today < entry) return [age < KindergartenMonths ? Stage.Infancy : Stage.Preschool];
        if (today < entry.AddYears(CompulsoryYears)) return [Stage.Compulsory];
        return today < entry.AddYears(CompulsoryYears + SeniorYears + 1) ? [Stage.SeniorHigh, Stage.Vocational] : [];
    }
}
