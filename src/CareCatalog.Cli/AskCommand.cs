using System.CommandLine;
using System.Text;
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
            if (result.GetValue(text) is not { } question) return CommonOptions.Refuse("A question is needed, or --jsonl.");
            var asked = new Question(question, catalogue.Residence(result.GetValue(place)), CommonOptions.LanguageOf(result.GetValue(language)));
            var reply = catalogue.Assistant.Take(Conversation.New, asked, catalogue.Edition, at).Reply;
            Console.WriteLine(result.GetValue(json) ? JsonSerializer.Serialize(reply, ReplyJson.Indented.Reply) : reply.Text);
            return 0;
        }));
        return command;
    }

    // A line that is no question is named; the others are answered all the same.
    private static int Stream(Catalogue catalogue, DateTimeOffset at)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput());
        // Bytes as characters, so that a line that is not UTF-8 spoils no other.
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.Latin1, detectEncodingFromByteOrderMarks: false);
        var refused = 0;
        for (var number = 1; input.ReadLine() is { } bytes; number++)
        {
            try
            {
                var line = StrictText.Decode(Encoding.Latin1.GetBytes(bytes));
                if (!string.IsNullOrWhiteSpace(line)) output.WriteLine(QuestionLine.Read(line).Answer(catalogue, at));
            }
            catch (Exception failure) when (failure is JsonException or InvalidDataException)
            {
                Console.Error.WriteLine($"line {number}: {failure.Message}");
                refused++;
            }
        }
        return refused == 0 ? 0 : 1;
    }
}
