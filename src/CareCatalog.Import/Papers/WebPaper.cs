using System.Globalization;
using System.Net;
using System.Text;

namespace CareCatalog.Import.Papers;

/// <summary>
/// Reads the tables of a web page tag by tag, once through and without building a tree: nothing in it is run or fetched, and no
/// nesting is too deep.
/// </summary>
internal sealed class WebPaper
{
    private static readonly string[] Silent = ["script", "style", "noscript", "template", "iframe", "object", "svg"];
    private static readonly string[] Breaking = ["br", "p", "div", "li", "h1", "h2", "h3", "h4", "section"];

    private readonly string page;
    private readonly List<string> prose = [];
    private readonly List<PaperTable> tables = [];
    private int tags;
    private readonly Stack<(TableSheet Sheet, StringBuilder Text)> open = [];
    private StringBuilder text = new();
    private (int Across, int Down)? cell;

    private WebPaper(string page) => this.page = page;

    public static Paper Read(string page)
    {
        var paper = new WebPaper(page);
        paper.Run();
        return new Paper("html", paper.prose, paper.tables);
    }

    private void Run()
    {
        for (var at = 0; at < page.Length;)
        {
            var tag = page.IndexOf('<', at);
            if (tag < 0) tag = page.Length;
            if (tag > at) text.Append(WebUtility.HtmlDecode(page[at..tag]).Replace('\n', ' ').Replace('\r', ' '));
            if (tag == page.Length) break;
            at = AfterTag(tag);
        }
        while (open.Count > 0) EndTable();
        EndLine();
    }

    private int AfterTag(int at)
    {
        if (++tags > PaperLimits.Tags) throw PaperLimits.TooMuch("more tags", PaperLimits.Tags);
        if (string.CompareOrdinal(page, at, "<!--", 0, 4) == 0) return page.IndexOf("-->", at, StringComparison.Ordinal) is >= 0 and var comment ? comment + 3 : page.Length;
        var end = page.IndexOf('>', at);
        if (end < 0) return page.Length;
        var tag = page[(at + 1)..end];
        var name = new string([.. tag.TrimStart('/').TakeWhile(char.IsAsciiLetterOrDigit)]).ToLowerInvariant();
        if (tag.StartsWith('/')) End(name);
        else Begin(name, tag);
        if (!tag.StartsWith('/') && Silent.Contains(name)) return AfterSilence(name, end);
        return end + 1;
    }

    private int AfterSilence(string name, int from)
    {
        var end = page.IndexOf($"</{name}", from, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? page.Length : end;
    }

    private void Begin(string name, string tag)
    {
        if (name == "table")
        {
            EndLine();
            if (open.Count >= PaperLimits.Nesting) throw PaperLimits.TooMuch("deeper nesting", PaperLimits.Nesting);
            open.Push((new TableSheet($"table {tables.Count + open.Count + 1}"), text));
            text = new StringBuilder();
            cell = null;
        }
        else if (name == "tr" && open.Count > 0)
        {
            EndCell();
            open.Peek().Sheet.BeginRow();
        }
        else if (name is "td" or "th" && open.Count > 0)
        {
            EndCell();
            cell = (Span(tag, "colspan"), Span(tag, "rowspan"));
        }
        else if (Breaking.Contains(name)) Break();
    }

    private void End(string name)
    {
        if (name is "td" or "th" or "tr") EndCell();
        else if (name == "table" && open.Count > 0) EndTable();
        else if (Breaking.Contains(name)) Break();
    }

    private void Break()
    {
        if (open.Count > 0) text.Append('\n');
        else EndLine();
    }

    private void EndCell()
    {
        if (cell is { } spans && open.Count > 0) open.Peek().Sheet.Add(text.ToString(), spans.Across, spans.Down);
        if (open.Count > 0) text.Clear();
        cell = null;
    }

    private void EndTable()
    {
        EndCell();
        var (sheet, outside) = open.Pop();
        tables.Add(sheet.ToTable());
        text = outside;
    }

    private void EndLine()
    {
        if (open.Count > 0) return;
        if (text.Length > 0 && text.ToString().Trim() is { Length: > 0 } line) prose.Add(line);
        text.Clear();
    }

    private static int Span(string tag, string name)
    {
        var at = tag.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return 1;
        var digits = new string([.. tag[(at + name.Length)..].TrimStart(' ', '=', '"', '\'').TakeWhile(char.IsAsciiDigit).Take(5)]);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Max(1, span) : 1;
    }
}
