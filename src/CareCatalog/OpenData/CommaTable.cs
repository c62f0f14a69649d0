using System.Text;

namespace CareCatalog.OpenData;

/// <summary>Writes comma-separated tables (RFC 4180) that a spreadsheet opens as text: a cell that looks like a formula is preceded by an apostrophe.</summary>
public static class CommaTable
{
    /// <summary>UTF-8 with a byte order mark, which spreadsheets need to read Chinese.</summary>
    public static readonly Encoding ForSpreadsheets = new UTF8Encoding(true);

    /// <summary>UTF-8 without a mark, which readers of data packages take for a part of the first head.</summary>
    public static readonly Encoding ForPrograms = new UTF8Encoding(false);

    /// <summary>Writes heads and rows.</summary>
    public static void Write(Stream output, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string?>> rows, Encoding encoding)
    {
        using var writer = new StreamWriter(output, encoding, leaveOpen: true) { NewLine = "\r\n" };
        writer.WriteLine(string.Join(',', heads.Select(Quoted)));
        foreach (var row in rows) writer.WriteLine(string.Join(',', row.Select(Quoted)));
    }

    /// <summary>Writes the rows of an edition, one a line, for spreadsheets.</summary>
    public static void Write(Stream output, CatalogEdition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var labels = edition.Domains.ToDictionary(entry => entry.Domain, entry => entry.Name);
        string[] heads = ["id", "jurisdiction", "place", "domain", "audience", "service", "content", "departments", "needs", "document", "row", "edition"];
        Write(output, heads, edition.Lists.SelectMany(list => list.Items.Select(item => (IReadOnlyList<string?>)
        [
            item.Id.ToString(), list.Code.Value, list.Name, labels[item.Domain], item.Audience, item.Service, item.Content, string.Join(';', item.Departments),
            string.Join(' ', item.Needs), list.Document.Title, item.Provenance.Section, edition.Version,
        ])), ForSpreadsheets);
    }

    private static string Quoted(string? cell)
    {
        var text = cell ?? "";
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r') text = $"'{text}";
        return text.AsSpan().ContainsAny("\",\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
