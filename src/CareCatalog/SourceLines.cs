namespace CareCatalog;

/// <summary>A stretch of lines of a document as received.</summary>
/// <param name="From">First line, from 1.</param>
/// <param name="To">Last line, included.</param>
public readonly record struct SourceLines(int From, int To)
{
    /// <inheritdoc/>
    public override string ToString() => From == To ? $"{From}" : $"{From}-{To}";
}
