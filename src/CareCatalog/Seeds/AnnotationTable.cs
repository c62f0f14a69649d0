using System.Globalization;

namespace CareCatalog.Seeds;

/// <summary>Reads <c>annotations.tsv</c>. A <c>~</c> before ages or circumstances: they hold for a part of the row only.</summary>
internal sealed class AnnotationTable
{
    /// <summary>The file.</summary>
    public const string File = "annotations.tsv";

    private static readonly string[] Columns = ["id", "needs", "ages_months", "stages", "circumstances", "counties"];
    private readonly SeedTable table;

    private AnnotationTable(SeedTable table) => this.table = table;

    /// <summary>Reads the annotations by the id of what they annotate.</summary>
    public static Dictionary<string, Annotation> Read(SeedFolder folder, ICollection<SeedProblem> problems)
    {
        var reading = new AnnotationTable(SeedTable.Read(folder, File, '\t', Columns, problems));
        return reading.table.Unique(row => row[0]).ToDictionary(row => row[0], reading.Annotation, StringComparer.Ordinal);
    }

    private Annotation Annotation(SeedLine row) => new(row[0], row.Parts(1, ' '), new Eligibility
    {
        Ages = Ages(row),
        AgesForPartOnly = row[2].StartsWith('~'),
        Stages = [.. row.Parts(3, ' ').Select(name => Stage(row, name)).OfType<Stage>()],
        Circumstances = row[4].TrimStart('~').Split(' ', StringSplitOptions.RemoveEmptyEntries),
        CircumstancesForPartOnly = row[4].StartsWith('~'),
        Counties = [.. row.Parts(5, ' ').Select(code => County(row, code)).OfType<JurisdictionCode>()],
    }, row.Line);

    private AgeRange? Ages(SeedLine row)
    {
        if (row[2].Length == 0) return null;
        var ends = row[2].TrimStart('~').Split('-');
        if (ends.Length == 2 && Months(ends[0], out var from) && Months(ends[1], out var to) && from <= to) return new AgeRange(from, to);
        table.Complain(row, $"'{row[2]}' is not a range of months such as 36-83.");
        return null;
    }

    private static bool Months(string text, out int months) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out months);

    private Stage? Stage(SeedLine row, string name)
    {
        // senior-high is SeniorHigh
        var written = name.Replace("-", "", StringComparison.Ordinal);
        if (!char.IsAsciiDigit(name[0]) && Enum.TryParse<Stage>(written, ignoreCase: true, out var stage)) return stage;
        table.Complain(row, $"'{name}' is no stage.");
        return null;
    }

    private JurisdictionCode? County(SeedLine row, string code)
    {
        if (JurisdictionCode.TryParse(code, out var county)) return county;
        table.Complain(row, $"'{code}' is not a six-digit GB/T 2260 code.");
        return null;
    }
}
