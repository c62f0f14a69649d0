using System.Globalization;
using System.Security;
using System.Text;

namespace CareCatalog.Dialogs.Comparing;

/// <summary>
/// Draws a comparison as an SVG: a line for each national service, a column for each place, in every cell a sign and a word,
/// so that nothing is told by colour alone.
/// </summary>
public static class CoverageChart
{
    private const int Left = 300;
    private const int CellWidth = 96;
    private const int CellHeight = 30;
    private const int Top = 96;

    /// <summary>The drawing as text.</summary>
    public static string Draw(Comparison comparison, CatalogEdition edition, ComparisonWriter words)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(words);
        var width = Left + (Math.Max(4, comparison.Places.Count) * CellWidth) + 16;
        var height = Top + (comparison.Services.Count * CellHeight) + 56;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-family="'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif" font-size="13" role="img">
            <title>{Escaped(words.Title(comparison, edition))}</title>
            <rect width="{width}" height="{height}" fill="#fff"/>

            """);
        Text(svg, 12, 28, words.Title(comparison, edition), "#1b1f24", "font-size=\"16\" font-weight=\"bold\"");
        for (var column = 0; column < comparison.Places.Count; column++)
            Text(svg, Left + (column * CellWidth) + (CellWidth / 2), Top - 12, words.NameOf(comparison.Places[column].Code, edition), "#1b1f24", "text-anchor=\"middle\"");
        for (var line = 0; line < comparison.Services.Count; line++) Line(svg, line, comparison.Services[line], words);
        Legend(svg, height - 22, words);
        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>The character that stands for a standing beside its colour.</summary>
    public static string SignOf(Standing standing) => LookOf(standing).Sign;

    private static void Line(StringBuilder svg, int line, ComparedService service, ComparisonWriter words)
    {
        var y = Top + (line * CellHeight);
        Text(svg, 12, y + 20, $"{service.National.Id.Number}  {words.NameOf(service.National)}", "#1b1f24");
        for (var column = 0; column < service.Coverages.Count; column++)
        {
            var coverage = service.Coverages[column];
            Cell(svg, Left + (column * CellWidth), y, coverage.Standing, words.WordFor(coverage.Standing));
        }
    }

    private static void Cell(StringBuilder svg, int x, int y, Standing standing, string word)
    {
        var (fill, ink, sign) = LookOf(standing);
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x + 2}\" y=\"{y + 2}\" width=\"{CellWidth - 4}\" height=\"{CellHeight - 4}\" rx=\"4\" fill=\"{fill}\"/>\n");
        Text(svg, x + (CellWidth / 2), y + 20, $"{sign} {word}", ink, "text-anchor=\"middle\"");
    }

    private static void Legend(StringBuilder svg, int y, ComparisonWriter words)
    {
        var x = 12;
        foreach (var standing in new[] { Standing.Has, Standing.More, Standing.Narrower, Standing.Lacks })
        {
            Cell(svg, x, y - 20, standing, words.WordFor(standing));
            x += CellWidth + 8;
        }
    }

    private static (string Fill, string Ink, string Sign) LookOf(Standing standing) => standing switch
    {
        Standing.Has => ("#dcebf5", "#084a70", "●"),
        Standing.More => ("#0b5c8a", "#ffffff", "＋"),
        Standing.Narrower => ("#fff1d6", "#6b4500", "◐"),
        _ => ("#f3f4f6", "#4a5560", "○"),
    };

    private static void Text(StringBuilder svg, int x, int y, string text, string ink, string more = "") =>
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y}\" fill=\"{ink}\" {more}>{Escaped(text)}</text>\n");

    private static string Escaped(string text) => SecurityElement.Escape(text);
}
