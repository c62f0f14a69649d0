using CareCatalog.Dialogs;
using CareCatalog.Search;
using CareCatalog.Search.Text;

namespace CareCatalog.Benchmarks.Scale;

/// <summary>Measures the assistant on 133 rows and on the whole country, in one run, so that the ratios hold on any machine.</summary>
internal static class ScaleRun
{
    private const int Runs = 5;
    private static readonly int[] Sizes = [133, 1_000, 5_000, 20_000, 90_000];

    public static IReadOnlyList<Measure> Run(TextWriter log)
    {
        var desk = new Desk();
        var (known, characters, assistant) = (desk.Edition, desk.Characters, desk.Assistant);
        var questions = desk.Questions.Take(300).Select(asked => asked.Question.Jurisdiction is null ? asked.Question with { Jurisdiction = JurisdictionCode.Parse("370200") } : asked.Question).ToList();
        // The compiler's work at the first turns belongs to no size.
        Times.Of(questions, 8, asked => assistant.Take(Conversation.New, asked, known, Desk.Now));
        var measures = new List<Measure>();
        foreach (var size in Sizes)
        {
            measures.Add(One(known, size, characters, assistant, questions));
            log.WriteLine(measures[^1]);
        }
        return measures;
    }

    private static Measure One(CatalogEdition known, int size, CharacterTable characters, Assistant assistant, List<Question> questions)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var edition = Country.Of(known, size, seed: 20261122);
        var start = Times.Now();
        var index = CatalogIndex.Of(edition, characters);
        var build = (Times.Now() - start) / 1e9;
        // The postings of the whole country are made at the first search over it.
        index.SearchEverywhere(FoldedText.Of(questions[0].Text, characters), 1);
        var memory = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        using var file = new MemoryStream();
        index.Save(file);
        var bytes = file.ToArray();
        start = Times.Now();
        if (!CatalogIndex.TryLoad(bytes, edition, characters, out var refusal)) throw new InvalidDataException($"The index written cannot be read: {refusal}");
        var load = (Times.Now() - start) / 1e9;
        index = CatalogIndex.Of(edition, characters);
        var question = Times.Of(questions, Runs, asked => assistant.Take(Conversation.New, asked, edition, Desk.Now));
        var texts = questions.Take(120).Select(asked => FoldedText.Of(asked.Text, characters)).ToList();
        var nation = Times.Of(texts, 3, text => index.SearchEverywhere(text, 20));
        using var table = new FullTextTable(edition, characters);
        var fts = Times.Of(questions.Take(120).Select(asked => asked.Text).ToList(), 1, text => table.Search(text, characters));
        var rows = edition.Lists.Sum(list => list.Items.Count);
        return new Measure(rows, edition.Lists.Count, build, load, bytes.Length / 1e6, memory, question, nation, fts);
    }
}
