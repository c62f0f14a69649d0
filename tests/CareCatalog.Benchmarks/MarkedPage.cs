using CareCatalog.Testing;

namespace CareCatalog.Benchmarks;

/// <summary>A page of docs/ that a measurement writes its table into, between two marks.</summary>
internal static class MarkedPage
{
    /// <summary>Replaces what stands between <c>&lt;!-- mark --&gt;</c> and <c>&lt;!-- /mark --&gt;</c>.</summary>
    public static void Write(string page, string mark, string table)
    {
        var file = Repository.At("docs", page);
        var text = File.ReadAllText(file);
        var begin = $"<!-- {mark} -->\n";
        var from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        File.WriteAllText(file, text[..from] + table + text[text.IndexOf($"<!-- /{mark} -->", StringComparison.Ordinal)..]);
    }
}
