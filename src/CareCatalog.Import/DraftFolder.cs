using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CareCatalog.Import.Reading;

namespace CareCatalog.Import;

/// <summary>
/// Puts a draft into <c>seeds/</c>: the document one cell a line, the list, the draft errata and the annotations. The document's first
/// line holds the hash of the file it was taken from, so that the original can be proved against it.
/// </summary>
public sealed class DraftFolder
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly string seeds;
    private readonly ImportDraft draft;
    private readonly string placeName;
    private readonly ImportWords words;
    private readonly List<string> document = [];
    private readonly Dictionary<(int Row, string Field), int> lines = [];
    private int titleLine;
    private int bodyLine;

    private DraftFolder(string seeds, ImportDraft draft, string placeName, ImportWords words)
    {
        (this.seeds, this.draft, this.placeName, this.words) = (seeds, draft, placeName, words);
        Lay();
    }

    /// <summary>Writes the files of a draft.</summary>
    /// <param name="seedsFolder">The folder <c>seeds/</c>.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="placeName">The place's name as in <c>places.tsv</c>.</param>
    /// <param name="words">The words of imports, for the reasons of errata.</param>
    /// <returns>The files written, relative to the folder.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static IReadOnlyList<string> Write(string seedsFolder, ImportDraft draft, string placeName, ImportWords words)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var folder = new DraftFolder(seedsFolder, draft, placeName, words);
        var text = Encoding.UTF8.GetBytes(string.Join('\n', folder.document) + "\n");
        var name = $"{draft.Place}.txt";
        Put(Path.Combine(seedsFolder, "documents", name), text);
        Put(Path.Combine(seedsFolder, "lists", $"{draft.Place}.json"), folder.List(name, Convert.ToHexStringLower(SHA256.HashData(text))));
        Put(Path.Combine(seedsFolder, "errata", $"{draft.Place}.json"), folder.Errata());
        folder.Annotate();
        return [$"documents/{name}", $"lists/{draft.Place}.json", $"errata/{draft.Place}.json", "annotations.tsv"];
    }

    private void Lay()
    {
        document.Add($"sha256 {draft.Sha256} {draft.File}");
        titleLine = Add(draft.Title.Length > 0 ? draft.Title : placeName);
        foreach (var line in draft.Prose.Concat(draft.Strays)) Add(Letters.Pack(line));
        bodyLine = document.Count + 1;
        for (var row = 0; row < draft.Rows.Count; row++)
        {
            var cells = draft.Rows[row];
            lines[(row, "number")] = Add(cells.PrintedNumber ?? "");
            foreach (var (field, cell) in cells.Cells()) lines[(row, field)] = Add(cell.From == row ? cell.Text : "");
        }
    }

    private int Add(string line)
    {
        document.Add(line);
        return document.Count;
    }

    private byte[] List(string file, string hash) => Json(json =>
    {
        json.WriteStartObject();
        json.WriteString("code", draft.Place.Value);
        json.WriteString("name", placeName);
        json.WriteStartObject("document");
        json.WriteString("file", file);
        json.WriteString("sha256", hash);
        Cell(json, "title", document[titleLine - 1], titleLine);
        json.WriteNull("number");
        json.WriteNull("issuer");
        json.WriteNull("date");
        json.WriteEndObject();
        json.WriteStartObject("counts");
        json.WriteNumber("items", draft.Rows.Count);
        json.WriteNumber("passages", 0);
        json.WriteEndObject();
        json.WriteStartArray("furniture");
        Furniture(json, "hash of the file as received", 1);
        for (var line = titleLine + 1; line < bodyLine; line++) Furniture(json, "text around the table", line);
        json.WriteEndArray();
        json.WriteStartArray("items");
        for (var row = 0; row < draft.Rows.Count; row++) Row(json, row);
        json.WriteEndArray();
        json.WriteStartArray("passages");
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private void Furniture(Utf8JsonWriter json, string what, int line)
    {
        if (document[line - 1].Length == 0) return;
        json.WriteStartObject();
        json.WriteString("what", what);
        json.WriteString("text", Letters.Pack(document[line - 1]));
        json.WriteString("lines", $"{line}");
        json.WriteEndObject();
    }

    private void Row(Utf8JsonWriter json, int at)
    {
        var row = draft.Rows[at];
        json.WriteStartObject();
        json.WriteNumber("number", row.Number);
        if (row.PrintedNumber is { } number) Cell(json, "printedNumber", number, lines[(at, "number")]);
        foreach (var (field, cell) in row.Cells()) Cell(json, field, cell.From >= 0 ? cell.Text : "", lines[(cell.From >= 0 ? cell.From : at, field)]);
        json.WriteEndObject();
    }

    private static void Cell(Utf8JsonWriter json, string name, string text, int line)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteString("lines", $"{line}");
        json.WriteEndObject();
    }

    private byte[] Errata() => Json(json =>
    {
        json.WriteStartArray();
        var count = 0;
        for (var at = 0; at < draft.Rows.Count; at++)
        {
            var row = draft.Rows[at];
            if (row.PrintedNumber is { } number && number != $"{row.Number}")
                Erratum(json, ++count, at, new DraftCell(number, $"{row.Number}", 0.9, "the number is blank or out of order", at), "number", words.Of("reason", "number") is [var reason, ..] ? reason : "");
            foreach (var (field, cell) in row.Cells().Where(cell => cell.Cell.Reading != cell.Cell.Text))
                Erratum(json, ++count, at, cell, field, CellReview.ReasonOf(cell, words));
        }
        json.WriteEndArray();
    });

    private void Erratum(Utf8JsonWriter json, int count, int at, DraftCell cell, string field, string reason)
    {
        json.WriteStartObject();
        json.WriteString("id", $"{draft.Place}-e{count:00}");
        json.WriteStartArray("targets");
        json.WriteStringValue($"{draft.Place}-{draft.Rows[at].Number:00}");
        json.WriteEndArray();
        json.WriteString("field", field);
        json.WriteString("printed", cell.From >= 0 ? cell.Text : "");
        json.WriteString("reading", cell.Reading);
        json.WriteNumber("confidence", cell.Sureness);
        json.WriteString("kind", "list");
        json.WriteString("reason", reason);
        json.WriteString("englishReason", char.ToUpperInvariant(cell.Why[0]) + cell.Why[1..] + ". Proposed by the import, not reviewed.");
        json.WriteEndObject();
    }

    // The lines of the other places stay as they are; those of this place are put where its code belongs.
    private void Annotate()
    {
        var path = Path.Combine(seeds, "annotations.tsv");
        var kept = File.ReadAllLines(path).Where(line => !line.StartsWith($"{draft.Place}-", StringComparison.Ordinal)).ToList();
        var at = kept.FindIndex(1, line => string.CompareOrdinal(line, 0, draft.Place.Value, 0, 6) > 0);
        kept.InsertRange(at < 0 ? kept.Count : at, draft.Rows.Select(Annotation));
        Put(path, Encoding.UTF8.GetBytes(string.Join('\n', kept) + "\n"));
    }

    /// <summary>Ages, stages and circumstances as <c>annotations.tsv</c> has them; blank where the row is not restricted.</summary>
    public static IReadOnlyList<string> WhomOf(Eligibility whom)
    {
        ArgumentNullException.ThrowIfNull(whom);
        return
        [
            whom.Ages is { } range ? string.Create(CultureInfo.InvariantCulture, $"{(whom.AgesForPartOnly ? "~" : "")}{range.FromMonths}-{range.ToMonths}") : "",
            string.Join(' ', whom.Stages.Select(StageName)),
            (whom.CircumstancesForPartOnly && whom.Circumstances.Count > 0 ? "~" : "") + string.Join(' ', whom.Circumstances),
        ];
    }

    private string Annotation(DraftRow row) =>
        string.Join('\t', [$"{draft.Place}-{row.Number:00}", string.Join(' ', row.Needs), .. WhomOf(row.Eligibility), ""]);

    private static string StageName(Stage stage) => stage == Stage.SeniorHigh ? "senior-high" : stage.ToString().ToLowerInvariant();

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        using var written = new MemoryStream();
        using (var json = new Utf8JsonWriter(written, Readable)) write(json);
        return [.. written.ToArray(), (byte)'\n'];
    }

    private static void Put(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path + ".new", bytes);
        File.Move(path + ".new", path, overwrite: true);
    }
}
