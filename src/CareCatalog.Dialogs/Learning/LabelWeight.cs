namespace CareCatalog.Dialogs.Learning;

/// <summary>How much a feature speaks for a label.</summary>
/// <param name="Label">The label's position, at most 255.</param>
/// <param name="Weight">In log-odds; below 0 against it.</param>
internal readonly record struct LabelWeight(byte Label, float Weight)
{
    /// <summary>Weights are written in hundredths.</summary>
    public const float Unit = 100;
}
