namespace CareCatalog.Faults;

/// <summary>One thing that may go wrong, or one load, and what must hold all the same.</summary>
internal abstract class Scenario(string title)
{
    /// <summary>By which it is chosen on the command line.</summary>
    public string Name => GetType().Name;

    /// <summary>What the table calls it.</summary>
    public string Title => title;

    /// <summary>Does it.</summary>
    public abstract Task<Finding> RunAsync();

    /// <summary>A count scaled by the size of the run, at least 1.</summary>
    protected static int Scaled(int full, double size) => Math.Max(1, (int)(full * size));
}
