using System.CommandLine;
using CareCatalog.Dialogs;

namespace CareCatalog.Cli;

/// <summary><c>explain</c>: how a question was understood and every score as a tree.</summary>
internal static class ExplainCommand
{
    public static Command Build()
    {
        var text = new Argument<string>("text") { Description = "The question" };
        var place = new Option<string?>("--place") { Description = "Where they live, by name or code" };
        var now = CommonOptions.Now();
        var root = Catalogue.Root();
        var command = new Command("explain", "Shows how a question is understood and how rows score.") { text, place, now, root };
        command.SetAction(result => CommonOptions.Guard(() =>
        {
            var catalogue = Catalogue.Read(result.GetValue(root));
            var question = new Question(result.GetValue(text)!, catalogue.Residence(result.GetValue(place)));
            foreach (var line in catalogue.Assistant.Explain(question, catalogue.Edition, CommonOptions.At(result.GetValue(now)))) Console.WriteLine(line);
            return 0;
        }));
        return command;
    }
}
