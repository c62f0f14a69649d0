using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CareCatalog.Benchmarks;

/// <summary>
/// Milliseconds of many runs, of the thread's own processor time where the system tells it: on a busy machine the clock on the wall
/// measures the others.
/// </summary>
/// <param name="Median">Half are below.</param>
/// <param name="High">99 of 100 are below.</param>
internal sealed record Times(double Median, double High)
{
    // So long that the runtime has compiled what runs often, and compiled it again for what it saw.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    /// <summary>Runs something for each of many things: to warm up, then as often as asked.</summary>
    public static Times Of<T>(IReadOnlyList<T> things, int runs, Action<T> run)
    {
        var warming = Stopwatch.StartNew();
        do
        {
            foreach (var thing in things) run(thing);
        }
        while (warming.Elapsed < WarmUp);
        var times = new List<double>(things.Count * runs);
        for (var turn = 0; turn < runs; turn++)
        {
            foreach (var thing in things)
            {
                var start = Now();
                run(thing);
                times.Add((Now() - start) / 1e6);
            }
        }
        times.Sort();
        return new Times(times[times.Count / 2], times[(int)(times.Count * 0.99)]);
    }

    /// <summary>Nanoseconds of this thread's processor time.</summary>
    public static long Now() =>
        OperatingSystem.IsLinux() && clock_gettime(ThreadTime, out var time) == 0 ? (time.Seconds * 1_000_000_000) + time.Nanoseconds
        : (long)(Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency));

    private const int ThreadTime = 3;

    [DllImport("libc", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int clock_gettime(int clock, out Moment time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Moment
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
