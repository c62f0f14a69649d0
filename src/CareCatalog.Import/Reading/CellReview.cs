namespace CareCatalog.Import.Reading;

/// <summary>
/// Reviews the audience, service and domain of every row against its content: other lists tell what belongs beside such content, and a
/// neighbouring row of this list that holds just that shows where a column slid.
/// </summary>
/// <param name="rows">The rows.</param>
/// <param name="near">For each row, the rows of other lists whose content is likest.</param>
/// <param name="ghosts">What stands between rows without being one.</param>
/// <param name="neighbourhood">The other lists.</param>
/// <param name="labels">The names of the domains.</param>
internal sealed class CellReview(
    IReadOnlyList<TableRow> rows, IReadOnlyList<IReadOnlyList<Neighbour>> near, IReadOnlyList<(int Before, TableRow Row)> ghosts, Neighbourhood neighbourhood,
    IReadOnlyDictionary<Domain, string> labels)
{
    private const double Near = 0.4;
    private const double Fits = 0.5;
    private const double Same = 0.75;
    private const int Reach = 2;

    private List<DraftCell> services = [];

    // The likest rows by name and content, once it is settled what each service is called.
    private List<IReadOnlyList<Neighbour>> named = [];
    private List<(string Label, double Share)>? domains;

    /// <summary>What a person should look at.</summary>
    public List<string> Findings { get; } = [];

    /// <summary>The rows of other lists likest by name and content, once the services have been reviewed.</summary>
    public IReadOnlyList<Neighbour> NeighboursOf(int row) => named[row];

    /// <summary>The cells of one column for all rows.</summary>
    public List<DraftCell> Review(Column column)
    {
        var cells = new List<DraftCell>();
        if (column == Column.Domain) FindDomains();
        for (var at = 0; at < rows.Count; at++)
        {
            var filled = Fill(column, at);
            var cell = column switch
            {
                Column.Domain => Domain(at, filled),
                Column.Content or Column.Departments => filled,
                _ => Told(column, at, filled),
            };
            if (cell.Reading != cell.Text || cell.Sureness < 0.85)
                Findings.Add($"{rows[at].Where}, {column.ToString().ToLowerInvariant()}: '{cell.Text}'{(cell.Reading == cell.Text ? "" : $" > '{cell.Reading}'")} ({cell.Sureness:0.00}): {cell.Why}.");
            cells.Add(cell);
        }
        if (column == Column.Service)
        {
            services = cells;
            named = [.. rows.Select((row, at) => neighbourhood.Of(cells[at].Reading, Letters.Pack(row[Column.Content])))];
        }
        return cells;
    }

    // A merged cell holds for every row it covers; a blank one most likely too.
    private DraftCell Fill(Column column, int at)
    {
        var own = Letters.Pack(rows[at][column]);
        if (own.Length > 0) return new DraftCell(own, own, 0.99, "", at);
        for (var above = at - 1; above >= 0; above--)
        {
            var text = Letters.Pack(rows[above][column]);
            if (text.Length == 0) continue;
            var covered = rows[at].IsCovered(column);
            return new DraftCell(text, text, covered ? 0.98 : 0.9, covered ? "merged cell filled down" : "blank, filled down", above);
        }
        return new DraftCell("", "", 0.2, "blank, and nothing above it", -1);
    }

    private void FindDomains() => domains = DomainOrder.Find(
        [.. rows.Select((row, at) => (Letters.Pack(row[Column.Domain]), Fill(Column.Domain, at).Text, named[at]))],
        [.. labels.OrderBy(label => label.Key).Select(label => label.Value)], row => labels[row.Domain]);

    private DraftCell Domain(int at, DraftCell filled)
    {
        if (domains is not null)
        {
            var (label, share) = domains[at];
            if (label == filled.Text) return filled.From == at || rows[at].IsCovered(Column.Domain) ? filled : filled with { Sureness = 0.95 };
            return filled with { Reading = label, Sureness = Math.Round(0.6 + (0.35 * share), 2), Why = "blank or slid; other lists and the order of the fields put the row here" };
        }
        if (rows[at][Column.Domain].Length > 0 && labels.Values.Contains(filled.Text)) return Conflicts(at, filled) ? Expected(at, filled) : filled;
        return filled.Why.StartsWith("merged", StringComparison.Ordinal) && labels.Values.Contains(filled.Text) ? filled : Expected(at, filled);
    }

    private bool Conflicts(int at, DraftCell cell) => named[at][0].Likeness >= Same && labels[named[at][0].Row.Domain] != cell.Text;

    private DraftCell Expected(int at, DraftCell filled)
    {
        var votes = named[at].Where(other => other.Likeness >= 0.25).GroupBy(other => labels[other.Row.Domain])
            .Select(vote => (Label: vote.Key, Weight: vote.Sum(other => other.Likeness))).OrderByDescending(vote => vote.Weight).ToList();
        if (votes.Count == 0) return filled with { Sureness = Math.Min(filled.Sureness, 0.7), Why = "blank, filled down; no other list has such a row" };
        if (votes[0].Label == filled.Text) return filled with { Sureness = Math.Max(filled.Sureness, 0.95) };
        var share = votes[0].Weight / votes.Sum(vote => vote.Weight);
        return filled with { Reading = votes[0].Label, Sureness = Math.Round(0.5 + (0.45 * share), 2), Why = "other lists put such content under it" };
    }

    private DraftCell Told(Column column, int at, DraftCell cell)
    {
        var expected = ExpectedIn(column, at);
        // What a merged cell covers is certain; no likeness outweighs it.
        if (expected.Count == 0 || rows[at].IsCovered(column)) return cell;
        var fit = expected.Max(text => Letters.Likeness(text, cell.Text));
        if (fit >= Fits) return column == Column.Service ? Damaged(cell, expected) : cell;
        // The same words beside a neighbouring row: the column slid.
        var slid = Around(at, column).SelectMany(other => expected.Select(text => (other.Text, other.Where, Likeness: Letters.Likeness(text, other.Text))))
            .OrderByDescending(other => other.Likeness).FirstOrDefault();
        if (slid.Text is not null && slid.Likeness >= Same && (cell.From != at || HasSlid(column, at, cell.Text, slid.Text)))
            return cell with { Reading = slid.Text, Sureness = Math.Round(0.6 + (0.35 * slid.Likeness * Math.Max(0.5, near[at][0].Likeness)), 2), Why = $"does not fit its content; it stands {slid.Where}" };
        if (cell.From != at && near[at][0].Likeness >= 0.5)
            return cell with { Reading = expected[0], Sureness = Math.Round(near[at][0].Likeness * 0.9, 2), Why = "blank; other lists say so beside such content" };
        return cell with { Sureness = Math.Min(cell.Sureness, column == Column.Service ? 0.7 : 0.8), Why = $"other lists have '{expected[0]}' beside such content" };
    }

    private List<string> ExpectedIn(Column column, int at)
    {
        var expected = near[at].Where(other => other.Likeness >= Near).Select(other => column == Column.Service ? other.Row.Service : other.Row.Audience).ToList();
        if (column == Column.Audience) expected.AddRange(neighbourhood.AudiencesOf(services[at].Reading));
        return expected;
    }

    // A text that is unlike what other lists have may be this place's own way; that a column slid shows where the text fits a row
    // beside it, or where what belongs here does not fit the row it stands in.
    private bool HasSlid(Column column, int at, string text, string belongs)
    {
        bool IsAt(int row, string what) => ExpectedIn(column, row).Any(expected => Letters.Likeness(expected, what) >= Same);
        var beside = Enumerable.Range(Math.Max(0, at - Reach), (2 * Reach) + 1).Where(row => row != at && row < rows.Count).ToList();
        return beside.Any(row => IsAt(row, text)) || beside.Any(row => Letters.Pack(rows[row][column]) == belongs && ExpectedIn(column, row).Count > 0 && !IsAt(row, belongs));
    }

    // A few letters lost or wrong in a name that other lists give whole.
    private static DraftCell Damaged(DraftCell cell, List<string> expected)
    {
        if (expected.Contains(cell.Text) || cell.Text.Length < 6 || cell.Text.Any(char.IsAsciiDigit)) return cell;
        var close = expected.Where(text => Letters.Likeness(text, cell.Text) >= 0.8 && Math.Abs(text.Length - cell.Text.Length) <= 4).GroupBy(text => text)
            .OrderByDescending(group => group.Count()).FirstOrDefault();
        return close is null || close.Count() < 2 ? cell
            : cell with { Reading = close.Key, Sureness = 0.75, Why = "a few letters differ from the name in other lists" };
    }

    // What stands in the rows around, and in the strays between them.
    private IEnumerable<(string Text, string Where)> Around(int at, Column column)
    {
        var beside = Enumerable.Range(Math.Max(0, at - Reach), (2 * Reach) + 1).Where(other => other != at && other < rows.Count)
            .Select(other => (Letters.Pack(rows[other][column]), $"{Math.Abs(other - at)} row{(Math.Abs(other - at) == 1 ? "" : "s")} {(other < at ? "above" : "below")}"));
        var strays = ghosts.Where(ghost => Math.Abs(ghost.Before - at) <= Reach).SelectMany(ghost => new[] { ghost.Row[column], ghost.Row[Column.Content] })
            .Select(text => (Letters.Pack(text), "in a stray row beside it"));
        return beside.Concat(strays).Where(other => other.Item1.Length > 0);
    }

    /// <summary>The reason of an erratum for a cell, in Chinese.</summary>
    public static string ReasonOf(DraftCell cell, ImportWords words) => words.Of("reason",
        cell.Why.StartsWith("does not fit", StringComparison.Ordinal) ? "slid"
        : cell.Why.StartsWith("blank", StringComparison.Ordinal) ? "blank"
        : cell.Why.StartsWith("a few", StringComparison.Ordinal) ? "damaged" : "expected") is [var reason, ..] ? reason : cell.Why;
}
