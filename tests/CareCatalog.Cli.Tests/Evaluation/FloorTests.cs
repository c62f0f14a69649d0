using CareCatalog.Cli.Evaluation;
using CareCatalog.Dialogs;
using CareCatalog.Testing;

namespace CareCatalog.Cli.Tests.Evaluation;

/// <summary>
/// The measures of the answers do not fall below what has been reached: each floor stands a little under the figure of the day it
/// was set, so that one question may turn out otherwise, but not a kind of question. Raise a floor when the figure has risen.
/// </summary>
public class FloorTests
{
    private static readonly DateTimeOffset Day = CommonOptions.At(new DateOnly(2026, 11, 22));

    private static readonly Lazy<Catalogue> Ours = new(() => new Catalogue(OurSeeds.Edition, Assistant.Load(Repository.At("dialogs"), Repository.At("seeds"))));

    [Theory]
    [InlineData("samples.jsonl", 194, "success", 0.98)]
    [InlineData("samples.jsonl", 194, "recall@5", 0.985)]
    [InlineData("samples.jsonl", 194, "silence", 1)]
    [InlineData("samples.jsonl", 194, "danger-recall", 1)]
    [InlineData("samples.jsonl", 194, "no-false-alarm", 0.99)]
    [InlineData("samples.jsonl", 194, "ambiguity", 1)]
    [InlineData("samples.jsonl", 194, "definition", 1)]
    [InlineData("questions.jsonl", 330, "success", 0.945)]
    [InlineData("questions.jsonl", 330, "first-right", 0.955)]
    [InlineData("questions.jsonl", 330, "recall@5", 0.975)]
    [InlineData("questions.jsonl", 330, "silence", 0.88)]
    [InlineData("questions.jsonl", 330, "danger-recall", 1)]
    [InlineData("questions.jsonl", 330, "no-false-alarm", 0.99)]
    [InlineData("questions.jsonl", 330, "ambiguity", 1)]
    [InlineData("questions.jsonl", 330, "definition", 1)]
    [InlineData("questions-2.jsonl", 480, "success", 0.94)]
    [InlineData("questions-2.jsonl", 480, "recall@5", 0.96)]
    [InlineData("questions-2.jsonl", 480, "silence", 0.93)]
    [InlineData("questions-2.jsonl", 480, "danger-recall", 0.96)]
    [InlineData("questions-2.jsonl", 480, "no-false-alarm", 0.99)]
    [InlineData("conversations-4.jsonl", 227, "turn-success", 0.93)]
    [InlineData("conversations.jsonl", 96, "turn-success", 0.95)]
    [InlineData("sample-conversations.jsonl", 71, "turn-success", 0.97)]
    [InlineData("conversations-2.jsonl", 364, "turn-success", 0.92)]
    [InlineData("conversations-3.jsonl", 76, "turn-success", 0.96)]
    [InlineData("danger.jsonl", 762, "danger-recall", 0.98)]
    [InlineData("danger.jsonl", 762, "no-false-alarm", 0.99)]
    public void Measure_OurQuestions_StaysAboveItsFloor(string file, int judged, string measure, double floor)
    {
        var verdicts = Judged(file);
        Assert.Equal(judged, verdicts.Count);
        var values = verdicts.Where(verdict => verdict.Measures.ContainsKey(measure)).ToList();
        Assert.NotEmpty(values);
        var share = values.Average(verdict => verdict.Measures[measure]);
        Assert.True(share >= floor, $"{measure} of {file}: {share:0.0%}, at least {floor:0.0%}\n{Failures(values)}");
    }

    [Theory]
    [InlineData("samples.jsonl", 0.05)]
    [InlineData("questions.jsonl", 0.06)]
    public void Stray_OurQuestions_StaysBelowItsCeiling(string file, double ceiling) => Assert.InRange(
        Judged(file).Where(verdict => verdict.Measures.ContainsKey("stray")).Average(verdict => verdict.Measures["stray"]), 0, ceiling);

    // What is for orphans or the disabled is never shown first to someone who said nothing of the kind.
    [Theory]
    [InlineData("samples.jsonl")]
    [InlineData("questions.jsonl")]
    public void RestrictedStray_OurQuestions_NeverHappens(string file) =>
        Assert.Empty(Judged(file).Where(verdict => verdict.Measures.GetValueOrDefault("restricted-stray") > 0).Select(verdict => verdict.Line));

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, Lazy<IReadOnlyList<Verdict>>> Verdicts = [];

    private static IReadOnlyList<Verdict> Judged(string file) => Verdicts.GetOrAdd(
        file, name => new Lazy<IReadOnlyList<Verdict>>(() => Evaluator.Judge(new FileInfo(Repository.At("tests", "questions", name)), Ours.Value, Day))).Value;

    private static string Failures(IEnumerable<Verdict> verdicts) =>
        string.Join('\n', verdicts.Where(verdict => verdict.Faults.Count > 0).Select(verdict => verdict.Line));
}
