namespace CareCatalog.Dialogs.Answers;

/// <summary>The one thing asked in return.</summary>
/// <param name="What">place, age or need.</param>
/// <param name="Places">The places offered; empty for those with lists.</param>
public sealed record Ask(string What, IReadOnlyList<Place> Places)
{
    /// <summary>Asks where they live.</summary>
    public static readonly Ask Place = new("place", []);

    /// <summary>Asks how old the child is.</summary>
    public static readonly Ask Age = new("age", []);

    /// <summary>Asks what they want done.</summary>
    public static readonly Ask Need = new("need", []);
}
