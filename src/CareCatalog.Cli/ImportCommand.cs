using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CareCatalog.Import;

namespace CareCatalog.Cli;

/// <summary><c>import</c>: a published list out of a file, as a draft; written to <c>seeds/</c> only when told to.</summary>
internal static class ImportCommand
{
    private const int Findings = 3;

    public static Command Build()
    {
        var file = new Argument<FileInfo>("file") { Description = "A docx, xlsx, html, md, csv, tsv, text or pdf file" };
        var place = new Option<string>("--place") { Description = "Whose list it is, by code", Required = true };
        var write = new Option<bool>("--write") { Description = "Put document, list, annotations and draft errata into seeds/" };
        var replace = new Option<bool>("--replace") { Description = "With --write: put it in the place of the list that is there" };
        var json = new Option<bool>("--json") { Description = "Print the draft as JSON" };
        var progress = ProgressLine.Option();
        var root = Catalogue.Root();
        var command = new Command("import", "Reads a published list: exit 3 when a person should look at something, 1 when the file is refused.")
            { file, place, write, replace, json, progress, root };
        command.SetAction(result => CommonOptions.Guard(() =>
        {
            var seeds = Path.Combine(Catalogue.FolderOf(result.GetValue(root)), "seeds");
            var edition = CatalogReader.Read(seeds) is { Edition: { } read } ? read : throw new InvalidDataException("seeds/ cannot be read; see 'carecatalog check'.");
            if (!JurisdictionCode.TryParse(result.GetValue(place), out var code) || edition.Find(code) is not { } named)
                return Say(2, $"'{result.GetValue(place)}' is not the code of a place in places.tsv.");
            if (result.GetValue(write) && edition.ListOf(code) is not null && !result.GetValue(replace)) return Say(2, $"{code} has a list; --replace puts this one in its place.");
            var words = ImportWords.Read(seeds);
            var reading = Read(new ListImport(edition, words), result.GetValue(file)!, code, result.GetValue(progress));
            if (reading.Draft is not { } draft) return Say(1, $"{result.GetValue(file)!.Name} is refused: {reading.Refusal}");
            if (result.GetValue(json)) Print(draft);
            else foreach (var line in Lines(draft)) Console.WriteLine(line);
            return result.GetValue(write) ? Write(seeds, draft, named.Name, words) : draft.Findings.Count > 0 ? Findings : 0;
        }));
        return command;
    }

    private static ImportReading Read(ListImport import, FileInfo file, JurisdictionCode place, bool isProgressWanted)
    {
        using var line = new ProgressLine("rows compared", isProgressWanted);
        return import.Read(file.FullName, place, line);
    }

    private static int Write(string seeds, ImportDraft draft, string place, ImportWords words)
    {
        foreach (var file in DraftFolder.Write(seeds, draft, place, words)) Console.WriteLine($"written: seeds/{file}");
        var problems = CatalogCheck.Run(seeds);
        foreach (var problem in problems) Console.WriteLine(problem);
        Console.WriteLine(problems.Count == 0 ? "seeds/ is sound" : $"{problems.Count} to fix before it can be published");
        return problems.Count > 0 ? Findings : 0;
    }

    private static IEnumerable<string> Lines(ImportDraft draft)
    {
        yield return $"{draft.File} ({draft.Format}): {draft.Title}";
        yield return "row  " + string.Join("  ", draft.Rows[0].Cells().Select(cell => cell.Field)) + "  for   needs";
        foreach (var row in draft.Rows)
        {
            var sureness = row.Cells().Select(cell => (cell.Field, cell.Cell.Sureness)).Append(("for ", row.EligibilitySureness)).Append(("need", row.NeedsSureness));
            yield return $"{row.Number,3}  {string.Join("  ", sureness.Select(one => $"{one.Item2:0.00}".PadRight(one.Item1.Length)))}  {row.Service.Reading} | {row.Audience.Reading}{WhomOf(row)} | {row.Departments.Reading} | {string.Join(' ', row.Needs)}";
        }
        foreach (var finding in draft.Findings) yield return $"{draft.File}, {finding}";
        var cells = draft.Rows.SelectMany(row => row.Cells()).ToList();
        yield return $"{draft.Rows.Count} rows, {cells.Count} cells, {cells.Count(cell => cell.Cell.Sureness >= 0.85)} sure, {draft.Findings.Count} findings";
    }

    // Whom the row is proposed to be for, as annotations.tsv has it.
    private static string WhomOf(DraftRow row)
    {
        var told = DraftFolder.WhomOf(row.Eligibility).Where(text => text.Length > 0).ToList();
        return told.Count == 0 ? "" : $" [{string.Join("; ", told)}]";
    }

    private static void Print(ImportDraft draft)
    {
        using var output = Console.OpenStandardOutput();
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
        json.WriteStartObject();
        json.WriteString("place", draft.Place.Value);
        json.WriteString("file", draft.File);
        json.WriteString("sha256", draft.Sha256);
        json.WriteString("format", draft.Format);
        json.WriteString("title", draft.Title);
        json.WriteStartArray("rows");
        foreach (var row in draft.Rows) Print(json, row);
        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (var finding in draft.Findings) json.WriteStringValue(finding);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Print(Utf8JsonWriter json, DraftRow row)
    {
        json.WriteStartObject();
        json.WriteNumber("number", row.Number);
        json.WriteString("printedNumber", row.PrintedNumber);
        foreach (var (field, cell) in row.Cells())
        {
            json.WriteStartObject(field);
            json.WriteString("text", cell.Text);
            if (cell.Reading != cell.Text) json.WriteString("reading", cell.Reading);
            json.WriteNumber("sureness", cell.Sureness);
            if (cell.Why.Length > 0) json.WriteString("why", cell.Why);
            json.WriteEndObject();
        }
        json.WriteStartArray("needs");
        foreach (var need in row.Needs) json.WriteStringValue(need);
        json.WriteEndArray();
        json.WriteNumber("needsSureness", row.NeedsSureness);
        foreach (var (name, text) in ((string[])["ages", "stages", "circumstances"]).Zip(DraftFolder.WhomOf(row.Eligibility))) json.WriteString(name, text);
        json.WriteNumber("eligibilitySureness", row.EligibilitySureness);
        json.WriteEndObject();
    }

    private static int Say(int code, string message)
    {
        Console.Error.WriteLine(message);
        return code;
    }
}
