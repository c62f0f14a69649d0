namespace CareCatalog.Dialogs.Recognition;

/// <summary>A circumstance a message speaks of.</summary>
/// <param name="Id">Id of <c>seeds/circumstances.csv</c>.</param>
/// <param name="Position">Where.</param>
/// <param name="IsDenied">Whether it is denied.</param>
/// <param name="End">Where the words that say it end, exclusive.</param>
public sealed record CircumstanceReading(string Id, int Position, int End, bool IsDenied);
