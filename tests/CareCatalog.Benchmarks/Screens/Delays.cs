namespace CareCatalog.Benchmarks.Screens;

/// <summary>How long people wait at a screen, in milliseconds of the clock on the wall, as the browser itself measures it.</summary>
/// <param name="What">What they did.</param>
/// <param name="All">Every wait, in no order.</param>
internal sealed record Delays(string What, IReadOnlyList<double> All)
{
    /// <summary>So many of a hundred waits were no longer.</summary>
    public double At(int percent) => All.Order().ElementAt(Math.Min(All.Count - 1, All.Count * percent / 100));
}
