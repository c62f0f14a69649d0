namespace CareCatalog.Dialogs;

/// <summary>A need the talk was about, kept for the next turn.</summary>
/// <param name="Id">Id of <c>seeds/taxonomy.csv</c>.</param>
/// <param name="Weight">How sure it was.</param>
/// <param name="IsNamed">Whether it was named outright.</param>
public sealed record TopicNeed(string Id, double Weight, bool IsNamed);
