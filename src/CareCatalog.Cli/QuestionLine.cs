using System.Text.Json;
using System.Text.Json.Serialization;
using CareCatalog.Dialogs;

namespace CareCatalog.Cli;

/// <summary>One line of <c>ask --jsonl</c>: a single question, or a conversation.</summary>
internal sealed record QuestionLine
{
    public required string Id { get; init; }

    public string? Text { get; init; }

    public string? City { get; init; }

    public IReadOnlyList<QuestionTurn>? Turns { get; init; }

    /// <summary>Reads a line.</summary>
    /// <exception cref="JsonException">The line is not JSON of this form.</exception>
    /// <exception cref="InvalidDataException">It has neither text nor turns, or its city is no code.</exception>
    public static QuestionLine Read(string line)
    {
        var read = JsonSerializer.Deserialize(line, QuestionJson.Default.QuestionLine) ?? throw new JsonException("null is not a question.");
        if (read.Text is null == read.Turns is null) throw new InvalidDataException("a question has either text or turns.");
        if (read.Turns?.Any(turn => turn is null) == true) throw new InvalidDataException("null is not a turn.");
        if (read.City is { } city && !JurisdictionCode.TryParse(city, out _)) throw new InvalidDataException($"'{city}' is not a code.");
        return read;
    }

    /// <summary>The answer as one line of JSON.</summary>
    public string Answer(Catalogue catalogue, DateTimeOffset at)
    {
        JurisdictionCode? place = JurisdictionCode.TryParse(City, out var code) ? code : null;
        if (Text is not null)
            return ReplyJson.Line(catalogue.Assistant.Take(Conversation.New, new Question(Text, place), catalogue.Edition, at).Reply, Id);
        var conversation = Conversation.New;
        var replies = new List<Reply>();
        foreach (var turn in Turns!)
        {
            var taken = catalogue.Assistant.Take(conversation, new Question(turn.User, place), catalogue.Edition, at);
            conversation = taken.After;
            replies.Add(taken.Reply);
        }
        return JsonSerializer.Serialize(new ConversationLine(Id, replies), ReplyJson.Compact.ConversationLine);
    }
}

/// <summary>One message of a conversation.</summary>
internal sealed record QuestionTurn(string User);

/// <summary>One answered conversation.</summary>
internal sealed record ConversationLine(string Id, IReadOnlyList<Reply> Turns);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, AllowDuplicateProperties = false, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(QuestionLine))]
internal sealed partial class QuestionJson : JsonSerializerContext;
