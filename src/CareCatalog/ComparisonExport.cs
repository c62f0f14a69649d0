using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace CareCatalog;

/// <summary>Writes a comparison as JSON, the same for the command line, the REST API and the console.</summary>
public static class ComparisonExport
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes the comparison as UTF-8.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="output">Where to.</param>
    /// <param name="indented">Whether people are to read it.</param>
    public static void WriteJson(Comparison comparison, Stream output, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        using var json = new Utf8JsonWriter(output, Compact with { Indented = indented });
        json.WriteStartObject();
        json.WriteString("edition", comparison.Edition);
        json.WriteStartArray("places");
        foreach (var list in comparison.Places)
        {
            json.WriteStartObject();
            json.WriteString("code", list.Code.Value);
            json.WriteString("name", list.Name);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("services");
        foreach (var service in comparison.Services) Write(json, service);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ComparedService service)
    {
        json.WriteStartObject();
        WriteRow(json, service.National);
        json.WriteString("audience", service.National.Audience);
        json.WriteString("content", service.National.ContentReading);
        json.WriteStartArray("places");
        foreach (var coverage in service.Coverages) Write(json, coverage);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Coverage coverage)
    {
        json.WriteStartObject();
        json.WriteString("code", coverage.Place.Value);
        json.WriteString("standing", WordFor(coverage.Standing));
        json.WriteStartArray("rows");
        foreach (var row in coverage.Rows)
        {
            json.WriteStartObject();
            WriteRow(json, row);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Write(json, "added", coverage.Added);
        Write(json, "missing", coverage.Missing);
        json.WriteString("note", coverage.Note);
        json.WriteString("englishNote", coverage.EnglishNote);
        json.WriteBoolean("reviewed", coverage.IsReviewed);
        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, ServiceItem item)
    {
        json.WriteString("id", item.Id.ToString());
        json.WriteString("service", item.Service);
        json.WriteStartArray("departments");
        foreach (var name in item.Departments) json.WriteStringValue(name);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<Need> needs)
    {
        json.WriteStartArray(name);
        foreach (var need in needs)
        {
            json.WriteStartObject();
            json.WriteString("id", need.Id);
            json.WriteString("name", need.Name);
            json.WriteString("englishName", need.EnglishName);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string WordFor(Standing standing) => standing switch
    {
        Standing.Lacks => "lacks",
        Standing.Narrower => "narrower",
        Standing.Has => "has",
        _ => "more",
    };
}
