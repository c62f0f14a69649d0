using System.Text.Json;

namespace CareCatalog.Seeds;

/// <summary>A value of a JSON file with the line it stands on, so that every complaint about it names that line.</summary>
internal sealed class SeedNode
{
    private SeedNode(JsonTokenType kind, int line, string text = "")
    {
        Kind = kind;
        Line = line;
        Text = text;
    }

    /// <summary>What it is; <see cref="JsonTokenType.StartObject"/> and <see cref="JsonTokenType.StartArray"/> for the two nested kinds.</summary>
    public JsonTokenType Kind { get; }

    /// <summary>The line it begins on, from 1.</summary>
    public int Line { get; }

    /// <summary>A string's value, or a number as written.</summary>
    public string Text { get; }

    /// <summary>The members of an object.</summary>
    public Dictionary<string, SeedNode> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>The elements of an array.</summary>
    public List<SeedNode> Elements { get; } = [];

    /// <summary>Reads a whole file; null, and a problem, when it is not JSON. Duplicate keys are problems.</summary>
    public static SeedNode? Read(SeedFile file, ICollection<SeedProblem> problems)
    {
        var reader = new Utf8JsonReader(file.Bytes.Span, new JsonReaderOptions { MaxDepth = 16 });
        try
        {
            reader.Read();
            var node = Read(ref reader, file, problems);
            reader.Read(); // anything behind the value is an error
            return node;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string with a lone surrogate.
            problems.Add(new SeedProblem(file.Name, file.LineAt(reader.TokenStartIndex), $"is not sound JSON: {broken.Message}"));
            return null;
        }
    }

    private static SeedNode Read(ref Utf8JsonReader reader, SeedFile file, ICollection<SeedProblem> problems)
    {
        var line = file.LineAt(reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, new SeedNode(reader.TokenType, line), file, problems);
            case JsonTokenType.StartArray:
                var array = new SeedNode(reader.TokenType, line);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) array.Elements.Add(Read(ref reader, file, problems));
                return array;
            case JsonTokenType.String:
                return new SeedNode(reader.TokenType, line, reader.GetString()!);
            case JsonTokenType.Number:
                return new SeedNode(reader.TokenType, line, System.Text.Encoding.UTF8.GetString(reader.ValueSpan));
            default:
                return new SeedNode(reader.TokenType, line);
        }
    }

    private static SeedNode ReadObject(ref Utf8JsonReader reader, SeedNode node, SeedFile file, ICollection<SeedProblem> problems)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var line = file.LineAt(reader.TokenStartIndex);
            var name = reader.GetString()!;
            reader.Read();
            var value = Read(ref reader, file, problems);
            if (!node.Members.TryAdd(name, value)) problems.Add(new SeedProblem(file.Name, line, $"'{name}' stands twice."));
        }
        return node;
    }
}
