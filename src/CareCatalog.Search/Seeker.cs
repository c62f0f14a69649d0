namespace CareCatalog.Search;

/// <summary>One child in question, as far as known.</summary>
/// <param name="Ages">The ages it can have, in completed months; null when unknown.</param>
/// <param name="Stages">The stages it can be in; empty when unknown.</param>
public sealed record Seeker(AgeRange? Ages, IReadOnlyList<Stage> Stages);
