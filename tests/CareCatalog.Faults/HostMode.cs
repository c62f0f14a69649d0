using System.Diagnostics;
using System.Reflection;

namespace CareCatalog.Faults;

/// <summary>
/// Runs the real host in this process. Its own spans, which it makes for tracing, are the points at which it can be ended:
/// the product holds no line for the sake of these tests.
/// </summary>
internal static class HostMode
{
    /// <summary>Environment variable: <c>commit+3</c> ends the process as its third <c>commit</c> begins, <c>commit-3</c> as it ends.</summary>
    public const string KillAt = "FAULTS_KILL_AT";

    public static int Run(string[] args)
    {
        if (Environment.GetEnvironmentVariable(KillAt) is { Length: > 0 } point) Listen(point);
        var host = Assembly.Load("CareCatalog.Web").EntryPoint!;
        host.Invoke(null, [new[] { "--applicationName", "CareCatalog.Web" }.Concat(args).ToArray()]);
        return 0;
    }

    private static void Listen(string point)
    {
        var at = point.IndexOfAny(['+', '-']);
        var (name, begins, left) = (point[..at], point[at] == '+', int.Parse(point[(at + 1)..]));
        ActivitySource.AddActivityListener(new ActivityListener
        {
            ShouldListenTo = source => source.Name == "CareCatalog",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = span => Pass(span, true),
            ActivityStopped = span => Pass(span, false),
        });

        void Pass(Activity span, bool starting)
        {
            if (span.OperationName != name || starting != begins || Interlocked.Decrement(ref left) != 0) return;
            // SIGKILL: no handler runs, no buffer is flushed.
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
