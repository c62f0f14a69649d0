using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using CareCatalog.Benchmarks;
using CareCatalog.Benchmarks.Quality;
using CareCatalog.Benchmarks.Scale;
using CareCatalog.Benchmarks.Screens;
using CareCatalog.Testing;

switch (args)
{
    // 133 to 90,000 rows: the table of docs/performance.md and its plot.
    case ["scale"]:
        var measures = ScaleRun.Run(Console.Out);
        MarkedPage.Write("performance.md", "scale", ScaleReport.Table(measures));
        File.WriteAllText(Repository.At("docs", "performance.svg"), ScaleReport.Plot(measures));
        return 0;
    // Beside a plain full text search: the table of docs/answer-quality.md.
    case ["compare"]:
        var table = SideBySide.Run(new Desk());
        Console.Write(table);
        MarkedPage.Write("answer-quality.md", "compare", table);
        return 0;
    // Keys and answers as people see them, in Chromium on 90,000 rows: the second table of docs/performance.md.
    case ["screens"]:
        var screens = await ScreenRun.RunAsync(Console.Out);
        Console.Write(screens);
        MarkedPage.Write("performance.md", "screens", screens);
        return 0;
    // In this process: the measured project needs no build of its own.
    case ["turn"]:
        BenchmarkRunner.Run<TurnBenchmark>(DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance)));
        return 0;
    default:
        Console.Error.WriteLine("Usage: scale | screens | compare | turn");
        return 2;
}
