using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CareCatalog.Cli.Evaluation;

/// <summary>What a knowledgeable officer expects of one question or one turn.</summary>
internal sealed record Label
{
    public string Id { get; init; } = "";

    public string? Text { get; init; }

    public string? User { get; init; }

    public string? City { get; init; }

    public string? Lang { get; init; }

    public IReadOnlyList<string> Expected { get => field ?? []; init; }

    public IReadOnlyList<string> Acceptable { get => field ?? []; init; }

    public IReadOnlyList<string> Departments { get => field ?? []; init; }

    /// <summary>The outcome expected; empty where nothing but a false alarm would be wrong.</summary>
    public string Outcome { get => field ?? (Danger == true ? "crisis" : ""); init; }

    /// <summary>For a message that is labelled by this alone.</summary>
    public bool? Danger { get; init; }

    [JsonPropertyName("outcome_alt")]
    public IReadOnlyList<string> OutcomeAlt { get => field ?? []; init; }

    public IReadOnlyList<string> Hotlines { get => field ?? []; init; }

    public IReadOnlyList<string> Tags { get => field ?? []; init; }

    [JsonPropertyName("must_contain_any")]
    public IReadOnlyList<string> MustContainAny { get => field ?? []; init; }

    [JsonPropertyName("also_contain_any")]
    public IReadOnlyList<string> AlsoContainAny { get => field ?? []; init; }

    [JsonPropertyName("must_not_contain")]
    public IReadOnlyList<string> MustNotContain { get => field ?? []; init; }

    public string? Followup { get; init; }

    public IReadOnlyList<LabelTurn>? Turns { get; init; }

    /// <summary>Reads a file of JSON lines.</summary>
    /// <exception cref="InvalidDataException">A line is not a label; the message names it.</exception>
    public static List<Label> ReadAll(FileInfo file)
    {
        var labels = new List<Label>();
        var number = 0;
        foreach (var bytes in File.ReadLines(file.FullName, Encoding.Latin1))
        {
            number++;
            try
            {
                if (StrictText.Decode(Encoding.Latin1.GetBytes(bytes)) is { Length: > 0 } line) labels.Add(Read(line));
            }
            catch (Exception problem) when (problem is JsonException or InvalidDataException)
            {
                throw new InvalidDataException($"{file.Name}, line {number}: {problem.Message}", problem);
            }
        }
        return labels;
    }

    private static Label Read(string line)
    {
        var label = JsonSerializer.Deserialize(line, LabelJson.Default.Label) ?? throw new JsonException("null is not a label.");
        return label.Text is null == label.Turns is null || label.Turns?.Any(turn => turn is null) == true
            ? throw new InvalidDataException("a label has either text or turns.") : label;
    }
}

/// <summary>One labelled turn of a conversation.</summary>
internal sealed record LabelTurn(string User, Label Expect);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, AllowDuplicateProperties = false, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Label))]
internal sealed partial class LabelJson : JsonSerializerContext;
