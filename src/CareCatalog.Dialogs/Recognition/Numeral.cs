namespace CareCatalog.Dialogs.Recognition;

/// <summary>A number in a message; a range when two are given (五六, 3-4).</summary>
/// <param name="Low">The lower value.</param>
/// <param name="High">The higher value; the same for a single number.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends, exclusive.</param>
internal readonly record struct Numeral(double Low, double High, int Start, int End)
{
    public bool IsSingle => Low == High;

    public bool IsWhole => IsSingle && Low == Math.Floor(Low);
}
