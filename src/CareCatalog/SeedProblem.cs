namespace CareCatalog;

/// <summary>A defect found in <c>seeds/</c> or <c>dialogs/</c>.</summary>
/// <param name="File">Path relative to the root.</param>
/// <param name="Line">Line, from 1; 0 when the file as a whole is meant.</param>
/// <param name="Reason">What is wrong, in a sentence.</param>
public sealed record SeedProblem(string File, int Line, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}: {Reason}";
}
