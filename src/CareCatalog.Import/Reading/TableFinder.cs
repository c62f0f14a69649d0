using CareCatalog.Import.Papers;

namespace CareCatalog.Import.Reading;

/// <summary>Finds the list among the tables of a paper and gives every row its columns, also where heads are missing or columns slid.</summary>
internal sealed class TableFinder(ImportWords words, DepartmentNames departments, IReadOnlySet<string> domains)
{
    private const int LeastHeads = 3;

    private Dictionary<Column, int>? map;
    private int width;

    /// <summary>The rows of the list in order, heads left out; none when no table has the heads of a list.</summary>
    public List<TableRow> Find(Paper paper)
    {
        var rows = new List<TableRow>();
        foreach (var table in paper.Tables)
        {
            foreach (var part in Parts(table.Where == TextPaper.Stacked ? Unstack(table) : table)) rows.AddRange(Rows(part));
        }
        return rows;
    }

    private List<TableRow> Rows((string Where, int First, List<IReadOnlyList<PaperCell>> Rows) part)
    {
        var columns = Fit(part.Rows);
        var found = new List<TableRow>();
        for (var at = 0; at < part.Rows.Count; at++)
        {
            var cells = part.Rows[at];
            var row = new TableRow($"{part.Where}, row {part.First + at}", columns.Where(column => column.Value >= 0 && column.Value < cells.Count)
                .ToDictionary(column => column.Key, column => cells[column.Value]));
            if (!row.IsBlank) found.Add(row);
        }
        return found;
    }

    // A table is cut at each row of heads; what stands before the first one belongs to the columns known so far.
    private IEnumerable<(string Where, int First, List<IReadOnlyList<PaperCell>> Rows)> Parts(PaperTable table)
    {
        var (first, rows) = (1, new List<IReadOnlyList<PaperCell>>());
        for (var at = 0; at < table.Rows.Count; at++)
        {
            var heads = table.Rows[at].Select((cell, index) => (Column: words.ColumnOf(Letters.Pack(cell.Text)), index))
                .Where(head => head.Column is not null).DistinctBy(head => head.Column).ToDictionary(head => head.Column!.Value, head => head.index);
            if (heads.Count < LeastHeads || !heads.ContainsKey(Column.Content)) rows.Add(table.Rows[at]);
            else
            {
                if (map is not null && rows.Count > 0) yield return (table.Where, first, rows);
                (map, width, first, rows) = (heads, table.Rows[at].Count, at + 2, []);
                if (!map.ContainsKey(Column.Domain) && map.Values.Min() > 0) map[Column.Domain] = 0;
            }
        }
        if (map is not null && rows.Count > 0) yield return (table.Where, first, rows);
    }

    private Dictionary<Column, int> Fit(List<IReadOnlyList<PaperCell>> rows)
    {
        var columns = new Dictionary<Column, int>(map!);
        if (map!.TryGetValue(Column.Number, out var number) && Fullest(rows, IsNumber) is { Share: > 0.4 } numbers && numbers.At != number)
            columns = map.ToDictionary(column => column.Key, column => column.Value + numbers.At - number);
        if (rows.Max(row => row.Count) >= width && columns[Column.Content] == map[Column.Content]) return columns;
        if (Fullest(rows, departments.IsOnlyNames) is not { Share: > 0.5 } names || names.At == columns.GetValueOrDefault(Column.Departments, -1)) return columns;
        return Guess(rows, names.At);
    }

    // Columns by what stands in them: numbers, domains, names of departments, the longest texts; audience and service are what is left.
    private Dictionary<Column, int> Guess(List<IReadOnlyList<PaperCell>> rows, int departmentsAt)
    {
        var guess = new Dictionary<Column, int> { [Column.Departments] = departmentsAt };
        if (Fullest(rows, IsNumber) is { Share: > 0.3 } numbers) guess[Column.Number] = numbers.At;
        if (Fullest(rows, text => domains.Contains(Letters.Pack(text))) is { Share: > 0.5 } labels) guess[Column.Domain] = labels.At;
        var lengths = Enumerable.Range(0, rows.Max(row => row.Count)).ToDictionary(at => at, at => rows.Average(row => at < row.Count ? row[at].Text.Length : 0));
        guess[Column.Content] = lengths.MaxBy(length => length.Value).Key;
        var left = lengths.Keys.Except(guess.Values).Where(at => at < guess[Column.Content]).Order().ToList();
        if (left.Count > 0) guess[Column.Audience] = left[0];
        if (left.Count > 1) guess[Column.Service] = left[1];
        return guess;
    }

    private static (int At, double Share)? Fullest(List<IReadOnlyList<PaperCell>> rows, Func<string, bool> fits)
    {
        var counts = rows.SelectMany(row => row.Select((cell, at) => (cell, at))).Where(entry => entry.cell.Text.Length > 0)
            .GroupBy(entry => entry.at).Select(group => (At: group.Key, Fits: group.Count(entry => fits(entry.cell.Text)), All: group.Count())).ToList();
        return counts.Count == 0 || counts.MaxBy(count => count.Fits) is not { Fits: > 0 } best ? null : (best.At, (double)best.Fits / best.All);
    }

    private static bool IsNumber(string text) => Letters.Pack(text) is { Length: > 0 and <= 3 } digits && digits.All(char.IsAsciiDigit);

    // One cell a row: the run of heads tells how many cells make a row.
    private PaperTable Unstack(PaperTable table)
    {
        var cells = table.Rows.Select(row => row[0]).ToList();
        var isHead = cells.Select(cell => words.ColumnOf(Letters.Pack(cell.Text)) is not null).ToList();
        var first = isHead.IndexOf(true);
        if (first < 0) return table;
        var count = isHead.Skip(first).TakeWhile(head => head).Count();
        var lead = first > 0 && Letters.Pack(cells[first - 1].Text).Length == 0 ? 1 : 0;
        var rows = cells.Skip(first - lead).Chunk(count + lead).Select(row => (IReadOnlyList<PaperCell>)row).ToList();
        return new PaperTable("text", rows);
    }
}
