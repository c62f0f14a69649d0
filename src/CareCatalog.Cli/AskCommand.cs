using System.CommandLine;
using System.Text.Json;
using CareCatalog.Dialogs;

namespace CareCatalog.Cli;

/// <summary><c>ask</c>: one question, or a stream of JSON lines.</summary>
internal static class AskCommand
{
    public static Command Build()
    {
        var text = new Argument<string?>("text") { Description = "The question", Arity = ArgumentArity.ZeroOrOne };
        var place = new Option<string?>("--place") { Description = "Where they live, by name or code: 青岛, 370200" };
        var language = CommonOptions.Language();
        var now = CommonOptions.Now();
        var json = new Option<bool>("--json") { Description = "Print the reply as JSON" };
        var lines = new Option<bool>("--jsonl") { Description = "Read questions as JSON lines from standard input" };
        var (edition, editions) = (EditionOptions.Edition(), EditionOptions.Archive());
        var root = Catalogue.Root();
        var command = new Command("ask", "Answers a question.") { text, place, language, now, json, lines, edition, editions, root };
        command.SetAction(result => CommonOptions.Guard(() =>
        {
            var catalogue = Catalogue.Read(result.GetValue(root), result.GetValue(edition), result.GetValue(editions));
            var at = CommonOptions.At(result.GetValue(now));
            if (result.GetValue(lines)) return Stream(catalogue, at);
            if (result.GetValue(text) is not { } question) return Fail("A question is needed, or --jsonl.");
            JurisdictionCode? code = null;
            if (result.GetValue(place) is { } named && (code = catalogue.PlaceOf(named)) is null) return Fail($"'{named}' is no place known here.");
            var asked = new Question(question, code, CommonOptions.LanguageOf(result.GetValue(language)));
            var reply = catalogue.Assistant.Take(Conversation.New, asked, catalogue.Edition, at).Reply;
            Console.WriteLine(result.GetValue(json) ? JsonSerializer.Serialize(reply, ReplyJson.Indented.Reply) : reply.Text);
            return 0;
        }));
        return command;
    }

    private static int Stream(Catalogue catalogue, DateTimeOffset at)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput());
        using var input = new StreamReader(Console.OpenStandardInput());
        for (var number = 1; input.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                output.WriteLine(QuestionLine.Read(line).Answer(catalogue, at));
            }
            catch (Exception failure) when (failure is JsonException or InvalidDataException)
            {
                output.Flush();
                Console.Error.WriteLine($"line {number}: {failure.Message}");
                return 1;
            }
        }
        return 0;
    }

    private static int Fail(string message)
    {
        Console.Error.WriteLine(message);
        return 2;
    }
}
