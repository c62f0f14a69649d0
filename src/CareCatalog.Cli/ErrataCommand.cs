using System.CommandLine;
using CareCatalog.Publishing;

namespace CareCatalog.Cli;

/// <summary><c>errata add</c>: a defect of a source, with the reading proposed.</summary>
internal static class ErrataCommand
{
    private const int Findings = 3;

    public static Command Build() => new("errata", "Keeps the errata.") { Add() };

    private static Command Add()
    {
        var target = new Argument<string>("target") { Description = "The row, passage or place it hits: 370200-03, 371700-p04, 220100" };
        var field = new Argument<string>("field") { Description = "domain, number, audience, service, content, departments, guidance, section, text or document" };
        var printed = new Option<string>("--printed") { Description = "The words printed; left out when the cell is blank", DefaultValueFactory = _ => "" };
        var reading = new Option<string?>("--reading") { Description = "The reading proposed; left out when the printed form is kept" };
        var confidence = new Option<double>("--confidence") { Description = "How sure, 0 to 1", Required = true };
        var kind = new Option<string>("--kind") { Description = "list, text, meta, layout or sense", DefaultValueFactory = _ => "text" };
        var reason = new Option<string>("--reason") { Description = "Why, in one Chinese sentence", Required = true };
        var english = new Option<string>("--english-reason") { Description = "The same in English", Required = true };
        var root = Catalogue.Root();
        var command = new Command("add", "Adds an erratum when the catalogue is sound with it: exit 3 when it is not.")
            { target, field, printed, reading, confidence, kind, reason, english, root };
        command.SetAction(result => CommonOptions.Guard(() =>
        {
            var erratum = new Erratum(
                "", result.GetValue(target)!, result.GetValue(field)!, result.GetValue(printed)!, result.GetValue(reading),
                result.GetValue(confidence), result.GetValue(reason)!, result.GetValue(kind)!)
            { EnglishReason = result.GetValue(english)! };
            var (id, problems) = ErrataBook.Add(Path.Combine(Catalogue.FolderOf(result.GetValue(root)), "seeds"), erratum);
            foreach (var problem in problems) Console.WriteLine(problem);
            if (id is null) return Findings;
            Console.WriteLine($"{id} added to errata/{erratum.Target.Split('-')[0]}.json");
            return 0;
        }));
        return command;
    }
}
