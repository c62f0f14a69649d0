using System.Security.Cryptography;
using CareCatalog.Import.Papers;
using CareCatalog.Import.Reading;

namespace CareCatalog.Import;

/// <summary>Reads a published list out of a docx, xlsx, html, md, csv, tsv, text or pdf file into a draft for people to look at.</summary>
public sealed class ListImport
{
    private readonly CatalogEdition edition;
    private readonly ImportWords words;
    private readonly Dictionary<Domain, string> labels;
    private readonly DepartmentNames departments;
    private readonly Neighbourhood neighbourhood;
    private readonly Annotator annotator;

    /// <summary>Prepares for imports.</summary>
    /// <param name="edition">The lists known, which a new one is compared with.</param>
    /// <param name="words">The words tables are known by.</param>
    public ListImport(CatalogEdition edition, ImportWords words)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(words);
        this.edition = edition;
        this.words = words;
        labels = edition.Domains.ToDictionary(entry => entry.Domain, entry => entry.Name);
        departments = new DepartmentNames(edition, words);
        neighbourhood = new Neighbourhood(edition);
        annotator = new Annotator(edition, neighbourhood, words);
    }

    /// <summary>Reads a file. Nothing is written, and no state of the file throws.</summary>
    /// <param name="path">The file.</param>
    /// <param name="place">Whose list it is.</param>
    /// <param name="progress">Told how many of the rows have been compared with the other lists, which is the long part.</param>
    public ImportReading Read(string path, JurisdictionCode place, IProgress<(int Done, int Of)>? progress = null)
    {
        var (paper, refusal) = PaperReader.Read(path);
        if (paper is null) return new ImportReading(null, refusal);
        var title = paper.Prose.Select(Letters.Pack).Where(IsTitle).MinBy(line => line.Length) ?? "";
        var found = new TableFinder(words, departments, labels.Values.ToHashSet(StringComparer.Ordinal)).Find(paper);
        if (found.Count == 0) found = new FlowReader(edition, departments, labels.Values).Read(paper.Prose);
        foreach (var row in found) TakeOutFurniture(row, title);
        var assembly = new RowAssembly(edition, departments);
        var rows = assembly.Assemble(found);
        if (rows.Count == 0) return new ImportReading(null, "no table in it has the heads of a list (see seeds/import.tsv).");
        var near = new List<IReadOnlyList<Neighbour>>();
        foreach (var row in rows)
        {
            near.Add(neighbourhood.Of(Letters.Pack(row[Column.Content])));
            progress?.Report((near.Count, rows.Count));
        }
        var review = new CellReview(rows, near, assembly.Ghosts, neighbourhood, labels);
        var drafted = Rows(rows, review);
        var hash = Convert.ToHexStringLower(SHA256.HashData(PaperReader.Bytes(path)));
        return new ImportReading(new ImportDraft(
            place, Path.GetFileName(path), hash, paper.Format, title, [.. paper.Prose.Where(line => Letters.Pack(line) != title)],
            drafted, [.. assembly.Strays], [.. assembly.Findings, .. review.Findings]), null);
    }

    private List<DraftRow> Rows(List<TableRow> rows, CellReview review)
    {
        // The services first: they tell whom a row is for and where it belongs.
        var services = review.Review(Column.Service);
        var domains = review.Review(Column.Domain);
        var audiences = review.Review(Column.Audience);
        var contents = review.Review(Column.Content);
        var names = Departments(rows);
        var isNumbered = rows.Any(row => row[Column.Number].Length > 0);
        return [.. rows.Select((row, at) => annotator.Annotate(
            new DraftRow
            {
                Number = at + 1,
                PrintedNumber = isNumbered ? Letters.Pack(row[Column.Number]) : null,
                Domain = domains[at],
                Audience = audiences[at],
                Service = services[at],
                Content = contents[at],
                Departments = names[at],
            }, review.NeighboursOf(at)))];
    }

    private List<DraftCell> Departments(List<TableRow> rows)
    {
        var cells = new List<DraftCell>();
        foreach (var (row, at) in rows.Select((row, at) => (row, at)))
        {
            if (row[Column.Departments].Length == 0 && cells.Count > 0) cells.Add(cells[^1] with { Sureness = row.IsCovered(Column.Departments) ? 0.97 : 0.85, Why = "blank, filled down" });
            else
            {
                var (text, sureness) = departments.Split(row[Column.Departments]);
                cells.Add(new DraftCell(text, text, sureness, sureness < 0.95 ? "a name that departments.tsv does not know" : "", at));
            }
        }
        return cells;
    }

    private bool IsTitle(string line) =>
        line.Length is > 4 and < 60 && words.Of("title", "list").Any(word => line.EndsWith(word, StringComparison.Ordinal) || line.Contains(word, StringComparison.Ordinal));

    // Titles and page marks that come back on every page stand in the last cell before the break.
    private void TakeOutFurniture(TableRow row, string title)
    {
        foreach (var column in Enum.GetValues<Column>())
        {
            var lines = row[column].Split('\n');
            var kept = lines.Where(line => !IsPageMark(Letters.Pack(line)) && (title.Length == 0 || Letters.Pack(line) != title)).ToArray();
            if (kept.Length < lines.Length) row.Set(column, string.Join('\n', kept));
        }
    }

    private bool IsPageMark(string line) =>
        words.Of("page", "mark") is [var before, var after] && line.Length is > 2 and < 8 && line.StartsWith(before, StringComparison.Ordinal)
        && line.EndsWith(after, StringComparison.Ordinal) && line[before.Length..^after.Length].All(char.IsAsciiDigit);
}
