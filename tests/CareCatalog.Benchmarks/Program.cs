using CareCatalog.Benchmarks.Scale;
using CareCatalog.Testing;

// scale: measures 133 to 90,000 rows, writes the table between the marks of docs/performance.md and draws docs/performance.svg.
if (args is not ["scale"])
{
    Console.Error.WriteLine("Usage: scale");
    return 2;
}
var measures = ScaleRun.Run(Console.Out);
var page = Repository.At("docs", "performance.md");
var text = File.ReadAllText(page);
const string Begin = "<!-- scale -->\n";
const string End = "<!-- /scale -->";
var from = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
File.WriteAllText(page, text[..from] + ScaleReport.Table(measures) + text[text.IndexOf(End, StringComparison.Ordinal)..]);
File.WriteAllText(Repository.At("docs", "performance.svg"), ScaleReport.Plot(measures));
return 0;
