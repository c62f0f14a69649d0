using System.Globalization;
using System.Text;

namespace CareCatalog.Benchmarks.Scale;

/// <summary>Writes the measures as a table and draws them as an SVG, rows against time and memory on logarithmic axes.</summary>
internal static class ScaleReport
{
    private const int Width = 720;
    private const int Height = 420;
    private const int Left = 64;
    private const int Bottom = 360;

    public static string Table(IReadOnlyList<Measure> measures)
    {
        var text = new StringBuilder("| rows | lists | build s | load s | file MB | memory MB | question p50 ms | p99 ms | nationwide p50 ms | p99 ms | FTS5 p50 ms | p99 ms |\n|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (var m in measures)
            text.Append(CultureInfo.InvariantCulture, $"| {m.Rows:N0} | {m.Lists:N0} | {m.Build:0.00} | {m.Load:0.00} | {m.File:0.0} | {m.Memory:0} | {m.Question.Median:0.000} | {m.Question.High:0.000} | {m.Nation.Median:0.00} | {m.Nation.High:0.00} | {m.Fts.Median:0.00} | {m.Fts.High:0.00} |\n");
        return text.ToString();
    }

    public static string Plot(IReadOnlyList<Measure> measures)
    {
        (string Name, string Ink, string Dash, Func<Measure, double> Of)[] lines =
        [
            ("question p99, ms", "#0b5c8a", "", m => m.Question.High),
            ("nationwide search p99, ms", "#b45309", "6 3", m => m.Nation.High),
            ("FTS5 p99, ms", "#6b7280", "2 3", m => m.Fts.High),
            ("memory, MB", "#15803d", "10 4", m => m.Memory),
            ("build, s", "#7c3aed", "1 4", m => m.Build),
        ];
        var svg = new StringBuilder($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\" role=\"img\">\n<title>Time and memory against rows</title>\n<rect width=\"{Width}\" height=\"{Height}\" fill=\"#fff\"/>\n");
        for (var power = -2; power <= 3; power++)
        {
            var y = Y(Math.Pow(10, power));
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left} {y:0.0}H{Width - 190}\" stroke=\"#e5e7eb\"/><text x=\"{Left - 8}\" y=\"{y + 4:0.0}\" text-anchor=\"end\">{Math.Pow(10, power):0.###}</text>\n");
        }
        foreach (var measure in measures) svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(measure.Rows):0.0}\" y=\"{Bottom + 18}\" text-anchor=\"middle\">{measure.Rows:N0}</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{(Left + Width - 190) / 2}\" y=\"{Bottom + 42}\" text-anchor=\"middle\">rows</text>\n");
        var label = 0.0;
        foreach (var (name, ink, dash, of) in lines.OrderByDescending(line => line.Of(measures[^1])))
        {
            // From the top down, each name a line's height below the last.
            label = Math.Max(label + 14, Y(of(measures[^1])) + 4);
            var points = string.Join(' ', measures.Select(m => string.Create(CultureInfo.InvariantCulture, $"{X(m.Rows):0.0},{Y(of(m)):0.0}")));
            svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{points}\" fill=\"none\" stroke=\"{ink}\" stroke-width=\"2\" stroke-dasharray=\"{dash}\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Width - 182}\" y=\"{label:0.0}\" fill=\"{ink}\">{name}</text>\n");
        }
        return svg.Append("</svg>\n").ToString();
    }

    private static double X(double rows) => Left + (Math.Log10(rows / 100) / 3 * (Width - 190 - Left));

    private static double Y(double value) => Bottom - ((Math.Log10(Math.Clamp(value, 0.01, 1000)) + 2) / 5 * (Bottom - 30));
}
