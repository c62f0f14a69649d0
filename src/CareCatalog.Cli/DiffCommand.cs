using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CareCatalog.Publishing;

namespace CareCatalog.Cli;

/// <summary><c>diff</c>: the rows that differ between two editions, and the answers that do.</summary>
internal static class DiffCommand
{
    private const int Findings = 3;

    public static Command Build()
    {
        var before = new Argument<string>("old") { Description = "seeds, current, a version or its beginning, or a folder" };
        var after = new Argument<string>("new") { Description = "The same" };
        var questions = new Option<FileInfo?>("--questions") { Description = "Labelled questions; those answered differently are listed (default: tests/questions/questions.jsonl under the root, when there is one)" };
        var json = new Option<bool>("--json") { Description = "Print the difference as JSON" };
        var now = CommonOptions.Now();
        var progress = ProgressLine.Option();
        var (editions, root) = (EditionOptions.Archive(), Catalogue.Root());
        var command = new Command("diff", "Compares two editions: exit 3 when they differ.") { before, after, questions, json, now, progress, editions, root };
        command.SetAction(result => CommonOptions.Guard(() =>
        {
            var folder = Catalogue.FolderOf(result.GetValue(root));
            var (old, young) = (EditionOptions.ReadNamed(folder, result.GetValue(before)!, result.GetValue(editions)),
                EditionOptions.ReadNamed(folder, result.GetValue(after)!, result.GetValue(editions)));
            var difference = EditionDifference.Between(old, young);
            var file = result.GetValue(questions) ?? new FileInfo(Path.Combine(folder, "tests", "questions", "questions.jsonl"));
            var answers = result.GetValue(questions) is null && !file.Exists ? []
                : ChangedAnswer.Between(old, young, file, folder, CommonOptions.At(result.GetValue(now)), result.GetValue(progress));
            if (result.GetValue(json)) Print(difference, answers);
            else foreach (var line in Lines(difference, answers)) Console.WriteLine(line);
            return difference.Changes.Count + answers.Count > 0 ? Findings : 0;
        }));
        return command;
    }

    private static IEnumerable<string> Lines(EditionDifference difference, List<ChangedAnswer> answers)
    {
        foreach (var change in difference.Changes)
        {
            var was = change.Kind == RowChangeKind.Renumbered ? $" (was {change.Before!.Id})" : "";
            yield return $"{change.Kind.ToString().ToLowerInvariant(),-10} {change.Id}{was} {(change.After ?? change.Before)!.Service}";
            foreach (var field in change.Fields)
            {
                yield return $"  {field.Field}";
                yield return $"  - {field.Before}";
                yield return $"  + {field.After}";
            }
        }
        foreach (var answer in answers)
        {
            yield return $"answer     {answer.Id} {answer.Question}";
            foreach (var line in answer.Before) yield return $"  - {line}";
            foreach (var line in answer.After) yield return $"  + {line}";
        }
        yield return $"{difference.Before} > {difference.After}: {string.Join(", ", Enum.GetValues<RowChangeKind>()
            .Select(kind => $"{difference.Changes.Count(change => change.Kind == kind)} {kind.ToString().ToLowerInvariant()}"))}, {answers.Count} answers changed";
    }

    private static void Print(EditionDifference difference, List<ChangedAnswer> answers)
    {
        using var output = Console.OpenStandardOutput();
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
        json.WriteStartObject();
        json.WriteString("old", difference.Before);
        json.WriteString("new", difference.After);
        json.WriteStartArray("rows");
        foreach (var change in difference.Changes) Write(json, change);
        json.WriteEndArray();
        json.WriteStartArray("answers");
        foreach (var answer in answers)
        {
            json.WriteStartObject();
            json.WriteString("id", answer.Id);
            Write(json, "before", answer.Before);
            Write(json, "after", answer.After);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> lines)
    {
        json.WriteStartArray(name);
        foreach (var line in lines) json.WriteStringValue(line);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, RowChange change)
    {
        json.WriteStartObject();
        json.WriteString("kind", change.Kind.ToString().ToLowerInvariant());
        json.WriteString("id", change.Id.ToString());
        json.WriteString("was", change.Before?.Id.ToString());
        json.WriteStartArray("fields");
        foreach (var field in change.Fields)
        {
            json.WriteStartObject();
            json.WriteString("field", field.Field);
            json.WriteString("before", field.Before);
            json.WriteString("after", field.After);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
