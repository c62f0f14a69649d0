using System.Collections.Frozen;
using System.Text.Json;

namespace CareCatalog.Dialogs.Wording;

/// <summary>What the assistant says in one language: sentences by key, with <c>{placeholders}</c>.</summary>
public sealed class Phrases
{
    private readonly FrozenDictionary<string, Sentence> sentences;

    private Phrases(FrozenDictionary<string, Sentence> sentences) => this.sentences = sentences;

    /// <summary>The keys there are.</summary>
    public IReadOnlyList<string> Keys => sentences.Keys;

    /// <summary>A sentence as written.</summary>
    /// <exception cref="KeyNotFoundException">There is none of this key.</exception>
    public string this[string key] => sentences[key].Text;

    /// <summary>A sentence with its placeholders filled in; a placeholder without a value stays as written.</summary>
    /// <exception cref="KeyNotFoundException">There is none of this key.</exception>
    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> values) => sentences[key].With(values);

    /// <summary>Reads a file; a damaged one is reported and gives no sentences.</summary>
    public static Phrases Read(string file, string shownAs, ICollection<SeedProblem> problems)
    {
        try
        {
            using var stream = File.OpenRead(file);
            using var document = JsonDocument.Parse(stream, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return new Phrases(document.RootElement.EnumerateObject().ToFrozenDictionary(
                property => property.Name, property => new Sentence(property.Value.GetString() ?? ""), StringComparer.Ordinal));
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or IOException)
        {
            problems.Add(new SeedProblem(shownAs, 0, problem.Message));
            return new Phrases(FrozenDictionary<string, Sentence>.Empty);
        }
    }
}
