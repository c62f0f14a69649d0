using System.Globalization;
using CareCatalog.Dialogs;

namespace CareCatalog.Benchmarks.Quality;

/// <summary>
/// The assistant beside a plain BM25 search (SQLite FTS5 over the same words and bigrams) on the same questions in one run. The
/// plain search is told the place that the assistant understood, so that only the finding is compared.
/// </summary>
internal static class SideBySide
{
    private const int Top = 5;
    private const int Runs = 10;

    /// <summary>Asks both every question that a row answers.</summary>
    public static string Run(Desk desk)
    {
        var questions = desk.Questions.Where(asked => asked.Expected.Any(id => ItemId.TryParse(id, out _))).ToList();
        using var table = new FullTextTable(desk.Edition, desk.Characters);
        var places = questions.ToDictionary(asked => asked, asked => PlaceOf(desk, asked.Question));
        Turn Take(LabelledQuestion asked) => desk.Assistant.Take(Conversation.New, asked.Question, desk.Edition, Desk.Now);
        IReadOnlyList<string> Search(LabelledQuestion asked) => table.Search(asked.Question.Text, desk.Characters, places[asked]);
        return $"""
            | on {questions.Count} questions | first right | recall@{Top} | p50 µs | p99 µs |
            |---|---|---|---|---|
            {Row("CareCatalog, a whole turn", questions, asked => [.. Take(asked).Reply.Matches.Select(match => match.Id)], Times.Of(questions, Runs, asked => Take(asked)))}
            {Row("SQLite FTS5, the search alone", questions, Search, Times.Of(questions, Runs, asked => Search(asked)))}

            """;
    }

    private static string Row(string name, IReadOnlyList<LabelledQuestion> questions, Func<LabelledQuestion, IReadOnlyList<string>> find, Times times)
    {
        var found = questions.Select(asked => (asked.Expected, Shown: find(asked))).ToList();
        var first = found.Average(pair => pair.Shown.Count > 0 && pair.Expected.Contains(pair.Shown[0]) ? 1.0 : 0);
        var recall = found.Average(pair => (double)pair.Expected.Count(pair.Shown.Take(Top).Contains) / pair.Expected.Count);
        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {first:P1} | {recall:P1} | {times.Median * 1000:F0} | {times.High * 1000:F0} |");
    }

    private static JurisdictionCode PlaceOf(Desk desk, Question question)
    {
        var residence = desk.Assistant.Take(Conversation.New, question, desk.Edition, Desk.Now).After.Profile.Residence;
        return residence is { } place && desk.Edition.ListOf(place.Prefecture) is not null ? place.Prefecture : JurisdictionCode.Nation;
    }
}
