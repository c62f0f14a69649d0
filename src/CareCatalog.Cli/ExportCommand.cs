using System.CommandLine;
using CareCatalog.OpenData;

namespace CareCatalog.Cli;

/// <summary><c>export</c>: the whole edition.</summary>
internal static class ExportCommand
{
    public static Command Build()
    {
        var format = new Option<string>("--format") { Description = "json, csv, or hsds: a data package", DefaultValueFactory = _ => "json" };
        format.AcceptOnlyFromAmong("json", "csv", "hsds");
        var folder = new Option<DirectoryInfo?>("--output") { Description = "The folder of the data package" };
        var root = Catalogue.Root();
        var command = new Command("export", "Writes the whole edition to standard output, a data package to a folder.") { format, folder, root };
        command.SetAction(result => CommonOptions.Guard(() =>
        {
            var reading = CatalogReader.Read(Path.Combine(Catalogue.FolderOf(result.GetValue(root)), "seeds"));
            if (reading.Edition is not { } edition) throw new InvalidDataException(string.Join('\n', reading.Problems));
            return result.GetValue(format) == "hsds" ? Package(edition, result.GetValue(folder)) : Stream(edition, result.GetValue(format)!);
        }));
        return command;
    }

    private static int Stream(CatalogEdition edition, string format)
    {
        using var output = Console.OpenStandardOutput();
        if (format == "csv") CommaTable.Write(output, edition);
        else CatalogExport.WriteJson(edition, output);
        return 0;
    }

    private static int Package(CatalogEdition edition, DirectoryInfo? folder)
    {
        if (folder is null) return CommonOptions.Refuse("A data package needs --output FOLDER.");
        foreach (var file in DataPackage.Write(edition, folder.FullName)) Console.WriteLine(Path.Combine(folder.Name, file));
        return 0;
    }
}
