using BenchmarkDotNet.Attributes;
using CareCatalog.Dialogs;

namespace CareCatalog.Benchmarks.Quality;

/// <summary>A whole turn of the assistant on the five lists, mean over the labelled questions: time and bytes allocated.</summary>
[MemoryDiagnoser]
public class TurnBenchmark
{
    private const int Asked = 300;

    private readonly Desk desk = new();

    /// <summary>Understands, decides, searches and words one question after the other.</summary>
    [Benchmark(OperationsPerInvoke = Asked)]
    public int Turn()
    {
        var shown = 0;
        foreach (var asked in desk.Questions.Take(Asked))
            shown += desk.Assistant.Take(Conversation.New, asked.Question, desk.Edition, Desk.Now).Reply.Matches.Count;
        return shown;
    }
}
