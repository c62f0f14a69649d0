using System.Diagnostics;
using CareCatalog.Dialogs;

namespace CareCatalog.Cli.Evaluation;

/// <summary>Asks every labelled question and judges the replies.</summary>
internal static class Evaluator
{
    // Enough for the compiler to have finished with what is called often.
    private const int WarmUps = 100;
    private const int Runs = 10;

    /// <summary>Runs a file of questions or conversations.</summary>
    public static Report Run(FileInfo file, Catalogue catalogue, DateTimeOffset at)
    {
        var labels = Label.ReadAll(file);
        return new Report(Judged(labels, catalogue, at), Time([.. labels.Where(label => label.Text is not null)], catalogue, at));
    }

    /// <summary>Judges a file of questions or conversations without taking the time.</summary>
    public static IReadOnlyList<Verdict> Judge(FileInfo file, Catalogue catalogue, DateTimeOffset at) => Judged(Label.ReadAll(file), catalogue, at);

    private static List<Verdict> Judged(List<Label> labels, Catalogue catalogue, DateTimeOffset at)
    {
        var judge = new Judge(catalogue.Edition);
        return [.. labels.SelectMany(label => label.Turns is null ? [Single(label, catalogue, judge, at)] : Turns(label, catalogue, at))];
    }

    private static Verdict Single(Label label, Catalogue catalogue, Judge judge, DateTimeOffset at)
    {
        var turn = catalogue.Assistant.Take(Conversation.New, QuestionOf(label), catalogue.Edition, at);
        var profile = turn.After.Profile;
        return judge.Single(label, turn.Reply, [.. profile.Circumstances, .. profile.Children.SelectMany(child => child.Circumstances)]);
    }

    private static IEnumerable<Verdict> Turns(Label label, Catalogue catalogue, DateTimeOffset at)
    {
        var conversation = Conversation.New;
        var number = 0;
        foreach (var turn in label.Turns!)
        {
            var taken = catalogue.Assistant.Take(conversation, new Question(turn.User), catalogue.Edition, at);
            conversation = taken.After;
            var expect = turn.Expect with { Id = $"{label.Id}/{++number}", User = turn.User, Lang = label.Lang, Tags = label.Tags };
            yield return Evaluation.Judge.Turn(expect, taken.Reply, catalogue.Edition);
        }
    }

    private static Question QuestionOf(Label label) => new(label.Text!, JurisdictionCode.TryParse(label.City, out var city) ? city : null);

    private static Speed? Time(List<Label> labels, Catalogue catalogue, DateTimeOffset at)
    {
        if (labels.Count == 0) return null;
        var times = new List<double>(labels.Count * Runs);
        long bytes = 0;
        for (var run = 0; run < WarmUps + Runs; run++)
            foreach (var question in labels.Select(QuestionOf).ToList())
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var start = Stopwatch.GetTimestamp();
                catalogue.Assistant.Take(Conversation.New, question, catalogue.Edition, at);
                if (run < WarmUps) continue;
                times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
                bytes += GC.GetAllocatedBytesForCurrentThread() - before;
            }
        times.Sort();
        return new Speed(times[times.Count / 2], times[(int)(times.Count * 0.99)], (double)bytes / times.Count);
    }
}
