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

    public string Outcome { get; init; } = "";

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

    /// <summary>Reads a line.</summary>
    /// <exception cref="JsonException">The line is not JSON of this form.</exception>
    public static Label Read(string line) => JsonSerializer.Deserialize(line, LabelJson.Default.Label) ?? throw new JsonException("null is not a label.");
}

/// <summary>One labelled turn of a conversation.</summary>
internal sealed record LabelTurn(string User, Label Expect);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Label))]
internal sealed partial class LabelJson : JsonSerializerContext;
