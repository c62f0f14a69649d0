namespace CareCatalog;

/// <summary>
/// Whom a row is for, read out of its audience and content and reviewed by people (<c>seeds/annotations.tsv</c>).
/// An age or circumstance printed for one part of a row only never excludes from the rest of it.
/// </summary>
public sealed record Eligibility
{
    /// <summary>A row for everyone.</summary>
    public static readonly Eligibility Everyone = new();

    /// <summary>The ages printed in the row, in completed months; null when it prints none.</summary>
    public AgeRange? Ages { get; init; }

    /// <summary>The ages hold for a part of the row only, so they do not exclude.</summary>
    public bool AgesForPartOnly { get; init; }

    /// <summary>The school stages the row is for; empty when it is for any.</summary>
    public IReadOnlyList<Stage> Stages { get; init; } = [];

    /// <summary>The circumstances (ids of <c>seeds/circumstances.csv</c>) any of which the row is restricted to; empty when unrestricted.</summary>
    public IReadOnlyList<string> Circumstances { get; init; } = [];

    /// <summary>The circumstances hold for a part of the row only, so they do not exclude.</summary>
    public bool CircumstancesForPartOnly { get; init; }

    /// <summary>The counties the row is for; empty when it is for the whole jurisdiction.</summary>
    public IReadOnlyList<JurisdictionCode> Counties { get; init; } = [];
}
