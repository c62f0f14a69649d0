using CareCatalog.Dialogs.Recognition;

namespace CareCatalog.Dialogs;

/// <summary>家庭情况: one child as far as the conversation knows it.</summary>
public sealed record ChildProfile
{
    /// <summary>Which of several.</summary>
    public ChildLabel Label { get; init; }

    /// <summary>Lowest age in completed months; null when unknown.</summary>
    public int? FromMonths { get; init; }

    /// <summary>Highest age in completed months; null when unknown.</summary>
    public int? ToMonths { get; init; }

    /// <summary>Stages it can be in.</summary>
    public IReadOnlyList<Stage> Stages { get; init; } = [];

    /// <summary>Circumstances of this child.</summary>
    public IReadOnlyList<string> Circumstances { get; init; } = [];

    /// <summary>Circumstances denied of this child.</summary>
    public IReadOnlyList<string> Denied { get; init; } = [];

    /// <summary>The age; null when unknown.</summary>
    internal AgeRange? Ages => FromMonths is { } from && ToMonths is { } to ? new AgeRange(from, to) : null;

    /// <summary>This child with what a message says of it; what the message gives replaces what was known less exactly.</summary>
    /// <param name="reading">What it says.</param>
    /// <param name="isForLater">Whether it speaks of a time to come, so that a stage it names is the one in question.</param>
    internal ChildProfile With(ChildReading reading, bool isForLater = false)
    {
        var labelled = this with { Label = reading.Label == ChildLabel.None ? Label : reading.Label };
        // The band of a class (托班) tells nothing new of a child whose age lies within it.
        if (reading.Ages is { } band && Ages is { } known && band != known && band.FromMonths <= known.FromMonths && known.ToMonths <= band.ToMonths) return labelled;
        return labelled with
        {
            FromMonths = reading.Ages?.FromMonths ?? FromMonths,
            ToMonths = reading.Ages?.ToMonths ?? ToMonths,
            Stages = isForLater && reading.Stages.Count > 0 ? reading.Stages : StagesAfter(reading),
        };
    }

    // A stage that is only spoken of ("那幼儿园呢") does not move a child whose age is known, unless the age leaves both open.
    private IReadOnlyList<Stage> StagesAfter(ChildReading reading)
    {
        if (reading.IsPlaced || Stages.Count == 0) return reading.IsPlaced || reading.Stages.Count > 0 ? reading.Stages : Stages;
        if (reading.Stages.Count == 0) return Stages;
        if (FromMonths is null || (Stages.All(IsAfterCompulsory) && reading.Stages.Any(IsAfterCompulsory))) return reading.Stages;
        return Stages.Intersect(reading.Stages).ToList() is { Count: > 0 } both ? both : Stages;
    }

    private static bool IsAfterCompulsory(Stage stage) => stage is Stage.SeniorHigh or Stage.Vocational;

    /// <summary>This child with a circumstance stated or denied.</summary>
    internal ChildProfile With(CircumstanceReading reading) => reading.IsDenied
        ? this with { Circumstances = [.. Circumstances.Where(id => id != reading.Id)], Denied = [.. Denied.Append(reading.Id).Distinct()] }
        : this with { Circumstances = [.. Circumstances.Append(reading.Id).Distinct()], Denied = [.. Denied.Where(id => id != reading.Id)] };
}
