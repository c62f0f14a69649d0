namespace CareCatalog.Import.Reading;

/// <summary>Puts the rows of a table together into the rows of the list: broken cells joined, empty and stray rows set aside.</summary>
internal sealed class RowAssembly
{
    private static readonly Column[] Told = [Column.Domain, Column.Audience, Column.Service, Column.Content, Column.Departments];

    private readonly DepartmentNames departments;
    private readonly HashSet<string> services;
    private readonly IReadOnlyList<string> audiences;
    private readonly List<TableRow> items = [];
    private bool isNumbered;
    private string? label;

    public RowAssembly(CatalogEdition edition, DepartmentNames departments)
    {
        this.departments = departments;
        var rows = edition.Lists.SelectMany(list => list.Items).ToList();
        services = rows.Select(row => row.Service).ToHashSet(StringComparer.Ordinal);
        audiences = [.. rows.Select(row => row.Audience).Distinct().OrderByDescending(text => text.Length)];
    }

    /// <summary>What stands in the table without being a row.</summary>
    public List<string> Strays { get; } = [];

    /// <summary>The same with the number of rows before it: its labels may belong to the rows around.</summary>
    public List<(int Before, TableRow Row)> Ghosts { get; } = [];

    /// <summary>What a person should look at.</summary>
    public List<string> Findings { get; } = [];

    public List<TableRow> Assemble(List<TableRow> rows)
    {
        isNumbered = rows.Any(row => row[Column.Number].Length > 0);
        foreach (var row in rows) Take(row);
        return items;
    }

    private void Take(TableRow row)
    {
        Straighten(row);
        var (content, names) = (row[Column.Content], row[Column.Departments]);
        if (row[Column.Guidance].Length > 0 && content.Length == 0 && names.Length == 0 && row[Column.Service].Length == 0) return;
        if (content.Length == 0 && names.Length == 0 && row[Column.Service].Length == 0 && row[Column.Audience].Length == 0) Empty(row);
        else if (items.Count > 0 && IsContinuation(row)) Append(items[^1], row);
        else if (services.Contains(Letters.Pack(content))) Misplaced(row);
        else if (content.Length == 0) Stray(row, "the row has no content");
        else
        {
            if (row[Column.Service].Length == 0 && label is not null) row.Set(Column.Service, label);
            label = null;
            items.Add(row);
        }
    }

    private void Empty(TableRow row)
    {
        if (row[Column.Domain].Length > 0 && row[Column.Number].Length == 0) items.LastOrDefault()?.Set(Column.Domain, items[^1][Column.Domain] + row[Column.Domain]);
        else Stray(row, "the row is empty but for its number");
    }

    // A merged label whose text fell into the column of contents holds for the rows after it.
    private void Misplaced(TableRow row)
    {
        if (row[Column.Service].Length == 0) label = Letters.Pack(row[Column.Content]);
        Stray(row, "the name of a service stands where content belongs");
    }

    private void Stray(TableRow row, string why)
    {
        Ghosts.Add((items.Count, row));
        Strays.Add(row.Text);
        Findings.Add($"{row.Where}: {why}: '{Letters.Pack(row.Text)}'.");
    }

    // In a numbered list a row goes on when it has no number and lacks content or departments of its own; in one without numbers,
    // when it names no service.
    private bool IsContinuation(TableRow row)
    {
        if (!isNumbered) return row[Column.Service].Length == 0;
        if (row[Column.Number].Length > 0) return false;
        if (row.IsCovered(Column.Number)) return true;
        return row[Column.Content].Length == 0 || (row[Column.Departments].Length == 0 && !row.IsCovered(Column.Departments)
            && row[Column.Service].Length < 8 && items[^1][Column.Content].TrimEnd() is [.., not '\u3002' and not '\uFF1B']);
    }

    private void Append(TableRow item, TableRow row)
    {
        foreach (var column in Told)
        {
            if (row[column].Length == 0 || (column != Column.Content && Letters.Pack(row[column]) == Letters.Pack(item[column]))) continue;
            if (column == Column.Domain && !isNumbered) continue;
            item.Set(column, column == Column.Departments ? Joined(item[column], row[column]) : item[column] + "\n" + row[column]);
        }
    }

    // A name cut in two is joined; of whole names those that stand there already are left out.
    private string Joined(string left, string right)
    {
        if (left.Length == 0 || !departments.IsOnlyNames(left) || !departments.IsOnlyNames(right)) return left.Length == 0 ? right : $"{left}\n{right}";
        return string.Join('\u3001', departments.Split(left).Text.Split('\u3001').Union(departments.Split(right).Text.Split('\u3001')));
    }

    // A row whose cells slid to the left by one, or whose audience and service were joined in one cell.
    private void Straighten(TableRow row)
    {
        if (row[Column.Departments].Length == 0 && row[Column.Content].Length > 0 && row[Column.Service].Length > 16 && departments.IsOnlyNames(row[Column.Content]))
        {
            Findings.Add($"{row.Where}: its cells slid to the left by one; they were put back.");
            row.Set(Column.Departments, row[Column.Content]);
            row.Set(Column.Content, row[Column.Service]);
            row.Set(Column.Service, "");
        }
        var joined = Letters.Pack(row[Column.Audience]);
        if (row[Column.Service].Length > 0 || services.Contains(joined)) return;
        foreach (var audience in audiences)
        {
            if (!joined.StartsWith(audience, StringComparison.Ordinal) || !services.Contains(joined[audience.Length..])) continue;
            Findings.Add($"{row.Where}: audience and service stood in one cell; they were parted.");
            row.Set(Column.Audience, audience);
            row.Set(Column.Service, joined[audience.Length..]);
            return;
        }
    }
}
