namespace CareCatalog.Search;

/// <summary>匹配: a row found, how well, and why.</summary>
/// <param name="Item">The row.</param>
/// <param name="Score">Higher is better; comparable within one search only.</param>
/// <param name="Fit">How its eligibility stands to the people in question.</param>
/// <param name="Needs">The needs asked for that it meets, the surest first.</param>
/// <param name="TextScore">The share of the score that likeness of words has, 0 to 9.</param>
public sealed record Match(ServiceItem Item, double Score, Fit Fit, IReadOnlyList<WantedNeed> Needs, double TextScore = 0)
{
    /// <summary>Whether a need it meets was named outright.</summary>
    public bool IsNamed => Needs.Any(need => need.IsNamed);
}
