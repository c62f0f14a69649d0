namespace CareCatalog.Cli.Evaluation;

/// <summary>How one question came out: each measure it counts for, met or not, and what was wrong.</summary>
/// <param name="Label">The label.</param>
/// <param name="Measures">Measure → share met, 0 to 1.</param>
/// <param name="Shown">The ids shown.</param>
/// <param name="Outcome">The outcome given.</param>
/// <param name="Faults">What was wrong, in words; empty when nothing was.</param>
internal sealed record Verdict(
    Label Label, IReadOnlyDictionary<string, double> Measures, IReadOnlyList<string> Shown, string Outcome, IReadOnlyList<string> Faults)
{
    /// <summary>The failure in one line.</summary>
    public string Line => $"{Label.Id}  {string.Join(", ", Faults)}  | {Label.Outcome} {string.Join(' ', Label.Expected)} | got {Outcome} {string.Join(' ', Shown)} | {Label.City} {Label.Text ?? Label.User}";
}
