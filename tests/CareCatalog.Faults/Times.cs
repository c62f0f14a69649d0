namespace CareCatalog.Faults;

/// <summary>How long things took.</summary>
/// <param name="milliseconds">Of each.</param>
/// <param name="duration">Of all together.</param>
internal sealed class Times(IEnumerable<double> milliseconds, TimeSpan duration)
{
    private readonly double[] sorted = [.. milliseconds.Order()];

    public int Count => sorted.Length;

    public double PerSecond => sorted.Length / duration.TotalSeconds;

    /// <summary>The time that this share stayed below.</summary>
    public double At(double share) => sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];

    public override string ToString() => $"p50 {At(0.5):0.0} ms, p99 {At(0.99):0.0} ms";
}
