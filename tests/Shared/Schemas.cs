using System.Text.Json.Nodes;

namespace CareCatalog.Testing;

/// <summary>Judges open data by the schemas of <c>tests/hsds</c> and by validators that others wrote.</summary>
public static class Schemas
{
    /// <summary>What is wrong with things, each of a kind and under a name; all that is wrong with all of them.</summary>
    public static async Task<IReadOnlyList<string>> ErrorsAsync(IReadOnlyCollection<(string Kind, string Name, JsonNode? Thing)> things)
    {
        var lines = things.Select(thing => new JsonObject
        {
            ["schema"] = thing.Kind.Contains('#', StringComparison.Ordinal) ? thing.Kind : $"{thing.Kind}.json",
            ["name"] = thing.Name,
            ["value"] = thing.Thing?.DeepClone(),
        }.ToJsonString());
        var judged = await RunAsync(string.Join('\n', lines), "schemas", Repository.At("tests", "hsds"));
        return (int)judged["checked"]! == things.Count
            ? [.. judged["errors"]!.AsArray().Select(error => (string)error!)]
            : throw new InvalidDataException("Not everything was looked at.");
    }

    /// <summary>The version of an OpenAPI document and what is wrong with it.</summary>
    public static Task<JsonNode> JudgeOpenApiAsync(JsonNode document) => RunAsync(document.ToJsonString(), "openapi");

    /// <summary>How many rows each table of a data package has, and what is wrong with it: types, keys, references.</summary>
    public static Task<JsonNode> JudgePackageAsync(string descriptor) => RunAsync("", "package", descriptor);

    private static async Task<JsonNode> RunAsync(string input, params string[] arguments) =>
        JsonNode.Parse(await NodeScript.RunAsync("opendata.mjs", input, arguments))!;
}
