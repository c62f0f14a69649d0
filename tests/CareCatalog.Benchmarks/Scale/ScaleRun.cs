using System.Text.Json;
using CareCatalog.Dialogs;
using CareCatalog.Search;
using CareCatalog.Search.Text;
using CareCatalog.Testing;

namespace CareCatalog.Benchmarks.Scale;

/// <summary>Measures the assistant on 133 rows and on the whole country, in one run, so that the ratios hold on any machine.</summary>
internal static class ScaleRun
{
    private const int Runs = 5;
    private static readonly int[] Sizes = [133, 1_000, 5_000, 20_000, 90_000];
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.FromHours(8));

    public static IReadOnlyList<Measure> Run(TextWriter log)
    {
        var known = CatalogReader.Read(Repository.At("seeds")).Edition!;
        var characters = CharacterTable.Read(Repository.At("seeds", "characters.tsv"));
        var assistant = Assistant.Load(Repository.At("dialogs"), Repository.At("seeds"));
        var questions = File.ReadLines(Repository.At("tests", "questions", "questions.jsonl")).Take(300).Select(Question).ToList();
        // The compiler's work at the first turns belongs to no size.
        Times.Of(questions, 8, asked => assistant.Take(Conversation.New, asked, known, Now));
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
        var memory = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        using var file = new MemoryStream();
        index.Save(file);
        var bytes = file.ToArray();
        start = Times.Now();
        if (!CatalogIndex.TryLoad(bytes, edition)) throw new InvalidDataException("The index written cannot be read.");
        var load = (Times.Now() - start) / 1e9;
        index = CatalogIndex.Of(edition, characters);
        var question = Times.Of(questions, Runs, asked => assistant.Take(Conversation.New, asked, edition, Now));
        var texts = questions.Take(120).Select(asked => FoldedText.Of(asked.Text, characters)).ToList();
        var nation = Times.Of(texts, 3, text => index.SearchEverywhere(text, 20));
        using var table = new FullTextTable(edition, characters);
        var fts = Times.Of(questions.Take(120).Select(asked => asked.Text).ToList(), 1, text => table.Search(text, characters));
        var rows = edition.Lists.Sum(list => list.Items.Count);
        return new Measure(rows, edition.Lists.Count, build, load, bytes.Length / 1e6, memory, question, nation, fts);
    }

    private static Question Question(string line)
    {
        using var json = JsonDocument.Parse(line);
        var city = json.RootElement.TryGetProperty("city", out var code) && JurisdictionCode.TryParse(code.GetString(), out var place) ? place : JurisdictionCode.Parse("370200");
        return new Question(json.RootElement.GetProperty("text").GetString()!, city);
    }
}
