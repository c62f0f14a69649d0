using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CareCatalog.Cli.Evaluation;
using CareCatalog.Dialogs;
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
        var questions = new Option<FileInfo?>("--questions") { Description = "Labelled questions; those answered differently are listed" };
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
            var answers = result.GetValue(questions) is { } file ? Answers(file, folder, old, young, CommonOptions.At(result.GetValue(now)), result.GetValue(progress)) : [];
            if (result.GetValue(json)) Print(difference, answers);
            else foreach (var line in Lines(difference, answers)) Console.WriteLine(line);
            return difference.Changes.Count + answers.Count > 0 ? Findings : 0;
        }));
        return command;
    }

    private static List<ChangedAnswer> Answers(FileInfo file, string folder, CatalogEdition old, CatalogEdition young, DateTimeOffset at, bool isProgressWanted)
    {
        using var progress = new ProgressLine("questions", isProgressWanted);
        var assistant = Assistant.Load(Path.Combine(folder, "dialogs"), Path.Combine(folder, "seeds"));
        var changed = new List<ChangedAnswer>();
        var asked = 0;
        var labels = Label.ReadAll(file).Where(label => label.Text is not null).ToList();
        foreach (var label in labels)
        {
            var question = new Question(label.Text!, JurisdictionCode.TryParse(label.City, out var city) ? city : null);
            var (was, now) = (Answer(assistant, question, old, at), Answer(assistant, question, young, at));
            progress.Report((++asked, labels.Count));
            if (was != now) changed.Add(new ChangedAnswer(label.Id, label.Text!, was, now));
        }
        return changed;
    }

    private static string Answer(Assistant assistant, Question question, CatalogEdition edition, DateTimeOffset at)
    {
        var reply = assistant.Take(Conversation.New, question, edition, at).Reply;
        return string.Join(' ', reply.Matches.Select(match => match.Id).Concat(reply.Passages).Prepend(reply.Outcome));
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
        foreach (var answer in answers) yield return $"answer     {answer.Id} {answer.Question}\n  - {answer.Before}\n  + {answer.After}";
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
            json.WriteString("before", answer.Before);
            json.WriteString("after", answer.After);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
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

    private sealed record ChangedAnswer(string Id, string Question, string Before, string After);
}
