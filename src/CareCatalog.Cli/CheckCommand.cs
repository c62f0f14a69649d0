using System.CommandLine;
using CareCatalog.Dialogs;

namespace CareCatalog.Cli;

/// <summary><c>check</c>: seeds and dialogs; every problem at once with file and line.</summary>
internal static class CheckCommand
{
    private const int Findings = 3;

    public static Command Build()
    {
        var root = Catalogue.Root();
        var command = new Command("check", "Checks seeds/ and dialogs/: exit 0 sound, 3 findings, 1 failure.") { root };
        command.SetAction(result => CommonOptions.Guard(() =>
        {
            var folder = Catalogue.FolderOf(result.GetValue(root));
            var problems = CatalogCheck.Run(Path.Combine(folder, "seeds")).ToList();
            var reading = CatalogReader.Read(Path.Combine(folder, "seeds"));
            if (reading.Edition is { } edition) problems.AddRange(DialogsCheck.Run(Path.Combine(folder, "dialogs"), Path.Combine(folder, "seeds"), edition));
            foreach (var problem in problems) Console.WriteLine(problem);
            if (problems.Count > 0) return Findings;
            Console.WriteLine($"sound: edition {reading.Edition?.Version}, {reading.Edition?.Lists.Sum(list => list.Items.Count)} rows, {reading.Edition?.Lists.Sum(list => list.Passages.Count)} passages");
            return 0;
        }));
        return command;
    }
}
