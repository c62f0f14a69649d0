using System.Text.Json;
using CareCatalog.Dialogs;
using CareCatalog.Search.Text;
using CareCatalog.Testing;

namespace CareCatalog.Benchmarks;

/// <summary>The real catalogue, assistant and labelled questions, as every measurement uses them.</summary>
internal sealed class Desk
{
    /// <summary>The day the questions are judged on.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.FromHours(8));

    /// <summary>The five lists.</summary>
    public CatalogEdition Edition { get; } = CatalogReader.Read(Repository.At("seeds")).Edition!;

    /// <summary>The table of characters.</summary>
    public CharacterTable Characters { get; } = CharacterTable.Read(Repository.At("seeds", "characters.tsv"));

    /// <summary>The assistant.</summary>
    public Assistant Assistant { get; } = Assistant.Load(Repository.At("dialogs"), Repository.At("seeds"));

    /// <summary>The questions of <c>tests/questions/questions.jsonl</c>, in order.</summary>
    public IReadOnlyList<LabelledQuestion> Questions { get; } =
        [.. File.ReadLines(Repository.At("tests", "questions", "questions.jsonl")).Select(LabelledQuestion.Read)];
}

/// <summary>A question and the rows it is about.</summary>
/// <param name="Question">The question.</param>
/// <param name="Expected">The rows a knowledgeable officer puts on top; empty when no row answers.</param>
internal sealed record LabelledQuestion(Question Question, IReadOnlyList<string> Expected)
{
    /// <summary>Reads a line of a file of labelled questions.</summary>
    public static LabelledQuestion Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var label = json.RootElement;
        var city = label.TryGetProperty("city", out var code) && JurisdictionCode.TryParse(code.GetString(), out var place) ? place : (JurisdictionCode?)null;
        return new LabelledQuestion(
            new Question(label.GetProperty("text").GetString()!, city),
            [.. label.GetProperty("expected").EnumerateArray().Select(id => id.GetString()!)]);
    }
}
