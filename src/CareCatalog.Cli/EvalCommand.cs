using System.CommandLine;
using CareCatalog.Cli.Evaluation;

namespace CareCatalog.Cli;

/// <summary><c>eval</c>: the measures on labelled questions or conversations, then each failure in one line.</summary>
internal static class EvalCommand
{
    public static Command Build()
    {
        var file = new Argument<FileInfo>("file") { Description = "Labelled questions or conversations as JSON lines" };
        var now = CommonOptions.Now();
        var root = Catalogue.Root();
        var command = new Command("eval", "Measures the answers to labelled questions.") { file, now, root };
        command.SetAction(result => CommonOptions.Guard(() =>
        {
            var catalogue = Catalogue.Read(result.GetValue(root));
            var report = Evaluator.Run(result.GetValue(file)!, catalogue, CommonOptions.At(result.GetValue(now)));
            foreach (var line in report.Lines()) Console.WriteLine(line);
            return 0;
        }));
        return command;
    }
}
