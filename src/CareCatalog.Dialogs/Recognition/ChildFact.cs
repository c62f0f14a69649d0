namespace CareCatalog.Dialogs.Recognition;

/// <summary>One thing a message says of a child, and where.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends, exclusive.</param>
internal abstract record ChildFact(int Start, int End);

/// <summary>An age in completed months; the days it can have been born on, where a birth was given.</summary>
internal sealed record AgeFact(int Start, int End, AgeRange Months, bool IsNominal = false) : ChildFact(Start, End)
{
    /// <summary>First and last day it can have been born on; null when only an age was given.</summary>
    public (DateOnly First, DateOnly Last)? Born { get; init; }
}

/// <summary>The grade or class it is in, or stages it is said to be at.</summary>
internal sealed record StageFact(int Start, int End, IReadOnlyList<Stage> Stages, AgeRange? Months, bool IsGrade) : ChildFact(Start, End);

/// <summary>Which of several children is meant.</summary>
internal sealed record LabelFact(int Start, int End, ChildLabel Label) : ChildFact(Start, End);
