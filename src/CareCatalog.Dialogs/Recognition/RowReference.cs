namespace CareCatalog.Dialogs.Recognition;

/// <summary>A row or passage pointed at by its number.</summary>
public abstract record RowReference;

/// <summary>A row or passage by its id, as in 370200-02.</summary>
/// <param name="Id">The id as written.</param>
public sealed record IdReference(string Id) : RowReference;

/// <summary>Rows of a list by their numbers: 青岛第12项, 朝阳 11和29.</summary>
/// <param name="Numbers">The numbers, from 1, in the order given; never empty.</param>
public sealed record NumberReference(IReadOnlyList<int> Numbers) : RowReference;

/// <summary>One of the rows shown last: 第二个, the second one.</summary>
/// <param name="Position">From 1; <see cref="int.MaxValue"/> for the last one.</param>
public sealed record ShownReference(int Position) : RowReference;
