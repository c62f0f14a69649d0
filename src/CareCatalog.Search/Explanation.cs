namespace CareCatalog.Search;

/// <summary>A score with the scores it is made of, so that a maintainer can see why a row came up.</summary>
/// <param name="Description">What is scored.</param>
/// <param name="Value">The score.</param>
/// <param name="Parts">What it is made of.</param>
public sealed record Explanation(string Description, double Value, IReadOnlyList<Explanation> Parts)
{
    /// <summary>A score made of nothing further.</summary>
    public Explanation(string description, double value) : this(description, value, [])
    {
    }

    /// <summary>The tree as indented lines.</summary>
    public IEnumerable<string> Lines(int depth = 0) =>
        Parts.SelectMany(part => part.Lines(depth + 1)).Prepend($"{new string(' ', depth * 2)}{Value,7:0.00}  {Description}");
}
