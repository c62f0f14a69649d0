namespace CareCatalog.Seeds;

/// <summary>Letters of a document that stand together.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The one behind the last.</param>
internal readonly record struct LetterSpan(int From, int To)
{
    /// <summary>How many there are.</summary>
    public int Length => To - From;

    /// <summary>Whether the two share a letter.</summary>
    public bool Overlaps(LetterSpan other) => From < other.To && other.From < To;

    /// <summary>The spans of a text found at an offset of spans joined.</summary>
    public static IEnumerable<LetterSpan> Cut(IReadOnlyList<LetterSpan> joined, int offset, int length)
    {
        foreach (var span in joined)
        {
            var from = Math.Max(0, offset);
            var to = Math.Min(span.Length, offset + length);
            if (from < to) yield return new LetterSpan(span.From + from, span.From + to);
            offset -= span.Length;
        }
    }
}
