using System.CommandLine;
using CareCatalog.Dialogs.Learning;

namespace CareCatalog.Cli;

/// <summary><c>learn</c>: the models of <c>dialogs/learned/</c> from the labelled lines and lexicons as they stand.</summary>
internal static class LearnCommand
{
    public static Command Build()
    {
        var root = Catalogue.Root();
        var command = new Command("learn", "Learns the models of dialogs/learned/ anew from its lines and the lexicons.") { root };
        command.SetAction(result => CommonOptions.Guard(() =>
        {
            var folder = Catalogue.FolderOf(result.GetValue(root));
            foreach (var line in Lessons.Learn(Path.Combine(folder, "dialogs"), Path.Combine(folder, "seeds"))) Console.WriteLine(line);
            return 0;
        }));
        return command;
    }
}
