namespace CareCatalog.Search;

/// <summary>A passage found, and how well.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Score">Higher is better; comparable within one search only.</param>
/// <param name="Needs">The needs asked for that it speaks of.</param>
/// <param name="TextScore">The share of the score that likeness of words has, 0 to 9.</param>
public sealed record PassageMatch(Passage Passage, double Score, IReadOnlyList<WantedNeed> Needs, double TextScore);
