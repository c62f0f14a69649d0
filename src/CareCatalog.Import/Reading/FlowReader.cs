using CareCatalog.Import.Papers;

namespace CareCatalog.Import.Reading;

/// <summary>
/// Reads a list out of running text, as copying from a PDF gives it: a row begins at the number due next; names of services that other
/// lists have part audience from content, and names of departments end it.
/// </summary>
internal sealed class FlowReader
{
    private readonly DepartmentNames departments;
    private readonly IReadOnlyCollection<string> domains;
    private readonly List<string> services;
    private readonly List<string> audiences;

    public FlowReader(CatalogEdition edition, DepartmentNames departments, IReadOnlyCollection<string> domains)
    {
        this.departments = departments;
        this.domains = domains;
        var rows = edition.Lists.SelectMany(list => list.Items).ToList();
        services = [.. rows.Select(row => row.Service).Distinct().OrderByDescending(name => name.Length)];
        audiences = [.. rows.Select(row => row.Audience).Distinct().OrderByDescending(name => name.Length)];
    }

    /// <summary>The rows; none when the text does not count from 1 to 3 at least.</summary>
    public List<TableRow> Read(IReadOnlyList<string> lines)
    {
        var records = new List<List<string>>();
        foreach (var line in lines.Where(line => !IsPieceOfDomain(line)))
        {
            if (Rest(line, records.Count + 1) is { } rest) records.Add([rest]);
            else if (records.Count > 0) records[^1].Add(line);
        }
        return records.Count < 3 ? [] : [.. records.Select((record, at) => Row(record, at + 1))];
    }

    // The labels of domains stand in halves anywhere beside their rows; other lists tell them better.
    private bool IsPieceOfDomain(string line) =>
        Letters.Pack(line) is { Length: > 1 and <= 4 } piece && domains.Any(label => label.Contains(piece, StringComparison.Ordinal));

    private static string? Rest(string line, int number)
    {
        var digits = $"{number}";
        if (!line.StartsWith(digits, StringComparison.Ordinal)) return null;
        return line.Length == digits.Length ? "" : line[digits.Length] == ' ' ? line[(digits.Length + 1)..] : null;
    }

    private TableRow Row(List<string> record, int number)
    {
        var whole = Letters.Pack(string.Concat(record));
        var names = NamesFrom(whole);
        var told = whole[..names];
        var audience = audiences.FirstOrDefault(known => told.StartsWith(known, StringComparison.Ordinal)) ?? "";
        var (from, service) = ServiceIn(told, audience, record);
        return new TableRow($"row {number}", new Dictionary<Column, PaperCell>
        {
            [Column.Number] = new($"{number}"),
            [Column.Domain] = PaperCell.Blank,
            [Column.Audience] = new(told[..from]),
            [Column.Service] = new(service),
            [Column.Content] = new(told[(from + service.Length)..]),
            [Column.Departments] = new(whole[names..]),
        });
    }

    private int NamesFrom(string whole)
    {
        for (var at = 0; at < whole.Length; at++)
        {
            if (departments.IsOnlyNames(whole[at..])) return at;
        }
        return whole.Length;
    }

    private (int From, string Service) ServiceIn(string told, string audience, List<string> record)
    {
        var early = services.Select(name => (At: told.IndexOf(name, StringComparison.Ordinal), Name: name)).Where(hit => hit.At >= 0 && hit.At <= 60)
            .OrderBy(hit => hit.At).ThenByDescending(hit => hit.Name.Length).FirstOrDefault();
        if (early.Name is not null) return early;
        // A service no other list has: what is left of the line that holds it.
        var packed = record.Select(Letters.Pack).Where(line => line.Length > 0).ToList();
        if (packed.Count == 0) return (audience.Length, "");
        var first = packed[0].StartsWith(audience, StringComparison.Ordinal) && packed[0].Length > audience.Length ? packed[0][audience.Length..] : packed.Count > 1 ? packed[1] : "";
        var at = told.IndexOf(first, StringComparison.Ordinal);
        return at < 0 ? (audience.Length, "") : (at, first);
    }
}
