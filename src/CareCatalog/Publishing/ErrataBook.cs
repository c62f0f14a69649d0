using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CareCatalog.Seeds;

namespace CareCatalog.Publishing;

/// <summary>勘误簿: adds errata to <c>seeds/errata/</c>, each only when the catalogue proves sound with it.</summary>
public static class ErrataBook
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Adds an erratum to the file of its place.</summary>
    /// <param name="seedsFolder">The folder <c>seeds/</c>.</param>
    /// <param name="erratum">The erratum; its id may be empty, then the next free one is taken.</param>
    /// <returns>Its id, or the problems it would bring; then nothing was written.</returns>
    public static (string? Id, IReadOnlyList<SeedProblem> Problems) Add(string seedsFolder, Erratum erratum)
    {
        ArgumentNullException.ThrowIfNull(erratum);
        var folder = SeedFolder.At(seedsFolder);
        var name = $"errata/{erratum.Target.Split('-')[0]}.json";
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in folder.Names("errata/", ".json").Select(file => folder.Open(file, [])).OfType<SeedFile>())
            known.UnionWith(ErrataFile.Read(file, []).Select(entry => entry.Erratum.Id));
        var named = erratum.Id.Length > 0 ? erratum : erratum with { Id = NextOf(known) };
        var before = CatalogCheck.Run(folder);
        var text = Append(folder.Has(name) ? folder.Open(name, [])?.Text : null, named);
        var brought = CatalogCheck.Run(folder.With(name, text)).Except(before).ToList();
        if (brought.Count > 0) return (null, brought);
        var path = Path.Combine(seedsFolder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path + ".new", text);
        File.Move(path + ".new", path, overwrite: true);
        return (named.Id, []);
    }

    private static string NextOf(HashSet<string> known)
    {
        var last = known.Select(id => id.TrimStart('e').TrimEnd('a', 'b', 'c', 'd'))
            .Select(digits => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).DefaultIfEmpty().Max();
        return $"e{last + 1:000}";
    }

    // The entries before stay as they are, letter by letter.
    private static byte[] Append(string? before, Erratum erratum)
    {
        var body = before?.TrimEnd() is { Length: > 1 } text && text.EndsWith(']') ? text[..^1].TrimEnd() : "[";
        var entry = string.Join('\n', Entry(erratum).Split('\n').Select(line => "  " + line));
        return Encoding.UTF8.GetBytes($"{body}{(body.EndsWith('[') ? "" : ",")}\n{entry}\n]\n");
    }

    private static string Entry(Erratum erratum)
    {
        using var written = new MemoryStream();
        using (var json = new Utf8JsonWriter(written, Readable))
        {
            json.WriteStartObject();
            json.WriteString("id", erratum.Id);
            json.WriteStartArray("targets");
            json.WriteStringValue(erratum.Target);
            json.WriteEndArray();
            json.WriteString("field", erratum.Field);
            json.WriteString("printed", erratum.Printed);
            json.WriteString("reading", erratum.Reading);
            json.WriteNumber("confidence", erratum.Confidence);
            json.WriteString("kind", erratum.Kind);
            json.WriteString("reason", erratum.Reason);
            json.WriteString("englishReason", erratum.EnglishReason);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(written.ToArray());
    }
}
