namespace CareCatalog.Dialogs.Answers;

/// <summary>Something that has to be said beside rows.</summary>
/// <param name="Key">Which phrase says it.</param>
/// <param name="Place">The place it speaks of; null when it speaks of none.</param>
/// <param name="Row">The row it speaks of; null when it speaks of none.</param>
public sealed record Remark(string Key, Place? Place = null, ServiceItem? Row = null)
{
    /// <summary>The place has no list here: the national one is shown.</summary>
    public const string Uncovered = "remark-uncovered";

    /// <summary>The place's list has no such row: the national one is shown.</summary>
    public const string Lacking = "remark-lacking";

    /// <summary>No place is known: the national one is shown.</summary>
    public const string PlaceUnknown = "remark-place-unknown";

    /// <summary>The row is for other counties than the one they live in.</summary>
    public const string OtherCounties = "remark-other-counties";

    /// <summary>There was a danger a moment ago: the numbers stay in sight.</summary>
    public const string AfterDanger = "remark-after-danger";

    /// <summary>Only this place's document says it.</summary>
    public const string OnlyHere = "remark-only-here";
}
