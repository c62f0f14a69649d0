namespace CareCatalog.Seeds;

/// <summary>Puts an edition together: printed lists, errata laid over them, annotations beside them.</summary>
internal sealed class Compilation
{
    private readonly SeedContents seeds;
    private readonly ICollection<SeedProblem> problems;
    private readonly Dictionary<string, Domain> domains;
    private readonly ILookup<string, PrintedErratum> errata;

    public Compilation(SeedContents seeds, ICollection<SeedProblem> problems)
    {
        this.seeds = seeds;
        this.problems = problems;
        domains = seeds.Domains.ToDictionary(entry => entry.Name, entry => entry.Domain, StringComparer.Ordinal);
        errata = seeds.Errata.OrderBy(entry => entry.Erratum.Id, StringComparer.Ordinal)
            .SelectMany(entry => entry.Targets.Select(target => (Target: target, Entry: entry)))
            .ToLookup(hit => hit.Target, hit => hit.Entry, StringComparer.Ordinal);
    }

    /// <summary>The lists, the nation's first, then by code; a problem for everything that does not fit together.</summary>
    public IReadOnlyList<CareList> Lists()
    {
        var lists = new SortedDictionary<string, CareList>(StringComparer.Ordinal);
        foreach (var printed in seeds.Lists)
        {
            if (!JurisdictionCode.TryParse(printed.Code, out var code))
                Complain(printed, printed.CodeLine, $"'{printed.Code}' is not a six-digit GB/T 2260 code.");
            else if (!lists.TryAdd(printed.Code, List(printed, code))) Complain(printed, printed.CodeLine, $"{code} has a list already.");
        }
        return [.. lists.Values];
    }

    private CareList List(PrintedList printed, JurisdictionCode code)
    {
        var document = Document(printed);
        var notice = printed.Document.NoticeTitle is { } title ? document with { Title = title.Text } : document;
        RefuseTwins(printed, printed.Rows.Select(row => (row.Number, row.SeedLine)));
        RefuseTwins(printed, printed.Passages.Select(passage => (passage.Number, passage.SeedLine)));
        return new CareList(
            code, printed.Name, document,
            [.. printed.Rows.Select(row => Item(printed, document, new ItemId(code, row.Number), row)).OrderBy(item => item.Id.Number)],
            [.. printed.Passages.Select(passage => Passage(printed, notice, new PassageId(code, passage.Number), passage))
                .OrderBy(passage => passage.Id.Number)])
        { Errata = ErrataOf(printed.Code) };
    }

    private SourceDocument Document(PrintedList printed)
    {
        var (document, date) = (printed.Document, default(DateOnly?));
        if (document.Date is { } cell && !TryReadDate(cell.Text, out date)) Complain(printed, cell.SeedLine, $"'{cell.Text}' is not a date.");
        return new SourceDocument(document.File, document.Title.Text, document.Number?.Text, document.Issuer?.Text, date, document.Sha256);
    }

    private ServiceItem Item(PrintedList list, SourceDocument document, ItemId id, PrintedRow row)
    {
        var hits = ErrataOf(id.ToString());
        var annotation = AnnotationOf(list, id.ToString(), row.SeedLine);
        return new ServiceItem
        {
            Id = id,
            Domain = DomainOf(list, row, hits),
            Audience = Emendation.Read(row.Audience.Text, "audience", hits),
            Service = Emendation.Read(row.Service.Text, "service", hits),
            Content = row.Content.Text,
            ContentReading = Emendation.Read(row.Content.Text, "content", hits),
            Departments = row.Departments.Names,
            Guidance = [.. row.Guidance.Select(cell => new Guidance(cell.Department.Text, cell.Content.Text, cell.Text.Text, cell.Text.Lines))],
            Errata = hits,
            Eligibility = annotation.Eligibility,
            Needs = annotation.Needs,
            Provenance = new Provenance(document, $"{row.Number}", Stretches(id.ToString(), row.Cells())),
        };
    }

    private Passage Passage(PrintedList list, SourceDocument document, PassageId id, PrintedPassage passage)
    {
        var hits = ErrataOf(id.ToString());
        // The stop after a head belongs to the sentence, not to the name of the section.
        var section = Emendation.Read(passage.Section.Text, "section", hits).TrimEnd('。');
        return new Passage(
            id, section, passage.Text.Text, passage.Departments?.Names ?? [],
            AnnotationOf(list, id.ToString(), passage.SeedLine).Needs, hits,
            new Provenance(document, passage.Label, Stretches(id.ToString(), passage.Cells())));
    }

    private Erratum[] ErrataOf(string target) => [.. errata[target].Select(entry => entry.Erratum with { Target = target })];

    private Domain DomainOf(PrintedList list, PrintedRow row, Erratum[] hits)
    {
        var label = Emendation.Read(row.Domain.Text, "domain", hits);
        if (!domains.TryGetValue(label, out var domain)) Complain(list, row.Domain.SeedLine, $"'{label}' is no domain of domains.csv.");
        return domain;
    }

    private Annotation AnnotationOf(PrintedList list, string id, int line)
    {
        if (seeds.Annotations.TryGetValue(id, out var annotation)) return annotation;
        Complain(list, line, $"{id} has no line in {AnnotationTable.File}.");
        return new Annotation(id, [], Eligibility.Everyone, line);
    }

    private void RefuseTwins(PrintedList list, IEnumerable<(int Number, int SeedLine)> numbered)
    {
        var seen = new HashSet<int>();
        foreach (var (number, line) in numbered)
        {
            if (number == 0 || !seen.Add(number)) Complain(list, line, $"number {number} cannot stand {(number == 0 ? "here" : "twice")}.");
        }
    }

    private void Complain(PrintedList list, int line, string reason) => problems.Add(new SeedProblem(list.SeedFile, line, reason));

    /// <summary>The stretches of lines that hold what is printed and what is read instead, in order, those that touch joined.</summary>
    private List<SourceLines> Stretches(string target, IEnumerable<(string Field, Cell Cell)> cells)
    {
        // The label of a domain stands anywhere beside its rows and would only lead astray.
        var printed = cells.Where(cell => cell.Field != "domain").SelectMany(cell => cell.Cell.Lines);
        var read = errata[target].Where(entry => entry.Erratum.Field != "domain").SelectMany(entry => entry.Lines);
        var joined = new List<SourceLines>();
        foreach (var lines in printed.Concat(read).OrderBy(lines => lines.From))
        {
            if (joined.Count > 0 && lines.From <= joined[^1].To + 1) joined[^1] = joined[^1] with { To = Math.Max(joined[^1].To, lines.To) };
            else joined.Add(lines);
        }
        return joined;
    }

    /// <summary>Reads year, month and day out of a printed date, whatever stands between and behind them.</summary>
    private static bool TryReadDate(string text, out DateOnly? date)
    {
        date = null;
        var digits = new string([.. text.Select(letter => char.IsAsciiDigit(letter) ? letter : ' ')]);
        var numbers = digits.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (numbers.Length != 3 || !DateOnly.TryParseExact(string.Join('-', numbers), "yyyy-M-d", out var read)) return false;
        date = read;
        return true;
    }
}
