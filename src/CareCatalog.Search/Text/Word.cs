namespace CareCatalog.Search.Text;

/// <summary>A Latin word or a number in a folded text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Stem">Its stem; a number's digits.</param>
public readonly record struct Word(int Start, int Length, string Stem)
{
    /// <summary>Where it ends, exclusive.</summary>
    public int End => Start + Length;

    /// <summary>Whether it is a number.</summary>
    public bool IsNumber => char.IsAsciiDigit(Stem[0]);
}
