using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace CareCatalog;

/// <summary>
/// Writes a whole edition as JSON for others to use. Audience and service are in the corrected reading, content is verbatim,
/// and the errata of a row stand beside it.
/// </summary>
public static class CatalogExport
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes the edition as UTF-8.</summary>
    public static void WriteJson(CatalogEdition edition, Stream output)
    {
        ArgumentNullException.ThrowIfNull(edition);
        using var json = new Utf8JsonWriter(output, Readable);
        var labels = edition.Domains.ToDictionary(entry => entry.Domain, entry => entry.Name);
        json.WriteStartObject();
        json.WriteString("edition", edition.Version);
        WriteArray(json, "jurisdictions", edition.Lists, list => Write(json, list, labels));
        WriteArray(json, "passages", edition.Lists.SelectMany(list => list.Passages), passage => Write(json, passage));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CareList list, Dictionary<Domain, string> labels)
    {
        json.WriteString("code", list.Code.Value);
        json.WriteString("name", list.Name);
        json.WriteStartObject("document");
        json.WriteString("file", list.Document.File);
        json.WriteString("title", list.Document.Title);
        json.WriteString("number", list.Document.Number);
        json.WriteString("issuer", list.Document.Issuer);
        json.WriteString("date", list.Document.Date?.ToString("yyyy-MM-dd"));
        json.WriteString("sha256", list.Document.Sha256);
        json.WriteEndObject();
        WriteArray(json, "items", list.Items, item => Write(json, item, labels[item.Domain]));
    }

    private static void Write(Utf8JsonWriter json, ServiceItem item, string domain)
    {
        json.WriteString("id", item.Id.ToString());
        json.WriteString("domain", domain);
        json.WriteString("audience", item.Audience);
        json.WriteString("service", item.Service);
        json.WriteString("content", item.Content);
        WriteTexts(json, "departments", item.Departments);
        if (item.Guidance.Count > 0) WriteArray(json, "guidance", item.Guidance, guidance => Write(json, guidance));
        if (item.Errata.Count > 0) WriteArray(json, "errata", item.Errata, erratum => Write(json, erratum));
    }

    private static void Write(Utf8JsonWriter json, Guidance guidance)
    {
        json.WriteString("department", guidance.Department);
        json.WriteString("content", guidance.Content);
        json.WriteString("text", guidance.Text);
    }

    private static void Write(Utf8JsonWriter json, Erratum erratum)
    {
        json.WriteString("id", erratum.Id);
        json.WriteString("field", erratum.Field);
        json.WriteString("printed", erratum.Printed);
        json.WriteString("reading", erratum.Reading);
        json.WriteNumber("confidence", erratum.Confidence);
        json.WriteString("kind", erratum.Kind);
        json.WriteString("reason", erratum.Reason);
        json.WriteString("englishReason", erratum.EnglishReason);
    }

    private static void Write(Utf8JsonWriter json, Passage passage)
    {
        json.WriteString("id", passage.Id.ToString());
        json.WriteString("section", passage.Section);
        json.WriteString("text", passage.Text);
        WriteTexts(json, "departments", passage.Departments);
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteArray<T>(Utf8JsonWriter json, string name, IEnumerable<T> things, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var thing in things)
        {
            json.WriteStartObject();
            write(thing);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
