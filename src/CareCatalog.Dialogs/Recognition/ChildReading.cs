namespace CareCatalog.Dialogs.Recognition;

/// <summary>One child as a message describes it.</summary>
public sealed record ChildReading
{
    /// <summary>Which of several; none when not said.</summary>
    public ChildLabel Label { get; init; }

    /// <summary>Age in completed months; null when not given.</summary>
    public AgeRange? Ages { get; init; }

    /// <summary>Stages said outright, or that the age gives; empty when unknown.</summary>
    public IReadOnlyList<Stage> Stages { get; init; } = [];

    /// <summary>Where the message begins to speak of it.</summary>
    public int Start { get; init; }

    /// <summary>Whether an age or grade was given, rather than a stage only.</summary>
    public bool IsPlaced { get; init; }
}
