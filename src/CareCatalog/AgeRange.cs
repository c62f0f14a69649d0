namespace CareCatalog;

/// <summary>Ages in completed months, both ends included: 0-6岁 is 0..83, up to the day before the seventh birthday.</summary>
/// <param name="FromMonths">Lowest age, ≥ 0.</param>
/// <param name="ToMonths">Highest age, ≥ <paramref name="FromMonths"/>.</param>
public readonly record struct AgeRange(int FromMonths, int ToMonths)
{
    /// <summary>The range printed as "from-to岁", whole years, both included.</summary>
    public static AgeRange Years(int from, int to) => new(from * 12, (to * 12) + 11);

    /// <summary>Whether the two ranges share a month.</summary>
    public bool Overlaps(AgeRange other) => FromMonths <= other.ToMonths && other.FromMonths <= ToMonths;

    /// <summary>Whether every month of <paramref name="other"/> lies in this range.</summary>
    public bool Covers(AgeRange other) => FromMonths <= other.FromMonths && other.ToMonths <= ToMonths;
}
