using System.CommandLine;
using System.Globalization;

namespace CareCatalog.Cli;

/// <summary>A line on standard error that says how far long work has come; only on a terminal, or when asked for.</summary>
internal sealed class ProgressLine : IProgress<(int Done, int Of)>, IDisposable
{
    private readonly string what;
    private readonly bool isShown;
    private string told = "";

    /// <summary>Begins a line.</summary>
    /// <param name="what">What is counted, as in "rows".</param>
    /// <param name="isWanted">Whether it was asked for although standard error is no terminal.</param>
    public ProgressLine(string what, bool isWanted)
    {
        this.what = what;
        isShown = isWanted || !Console.IsErrorRedirected;
    }

    /// <summary>Asks for progress where there is no terminal.</summary>
    public static Option<bool> Option() => new("--progress") { Description = "Say on standard error how far the work has come, though it is no terminal" };

    /// <inheritdoc/>
    public void Report((int Done, int Of) value)
    {
        var now = string.Create(CultureInfo.InvariantCulture, $"{100L * value.Done / Math.Max(1, value.Of)}% of {value.Of} {what}");
        if (!isShown || now == told) return;
        Console.Error.Write($"\r{now}");
        told = now;
    }

    /// <summary>Ends the line.</summary>
    public void Dispose()
    {
        if (told.Length > 0) Console.Error.WriteLine();
    }
}
