using System.Text;
using System.Text.RegularExpressions;
using CareCatalog.Seeds;

namespace CareCatalog.Tests;

/// <summary>No letter of a list or of a document changes or disappears without being named.</summary>
public partial class LetterTests
{
    public static TheoryData<string> Codes => [.. Repository.Codes];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Check_LetterOfACellChangedOrLost_NamesTheLineOfTheList(string code)
    {
        var name = $"lists/{code}.json";
        var lines = Repository.Text(name).Split('\n');
        var folder = Repository.SeedsOf(code);
        var (cells, missed) = (0, new List<string>());
        for (var at = 0; at < lines.Length; at++)
        {
            if (CellText().Match(lines[at]) is not { Success: true } cell) continue;
            cells++;
            var text = cell.Groups[1];
            foreach (var changed in Changes(text.Value))
            {
                var damaged = (string[])lines.Clone();
                damaged[at] = string.Concat(lines[at].AsSpan(0, text.Index), changed, lines[at].AsSpan(text.Index + text.Length));
                var problems = CatalogCheck.Run(folder.With(name, Encoding.UTF8.GetBytes(string.Join('\n', damaged))));
                if (!problems.Any(problem => problem.File == $"seeds/{name}" && problem.Line == at + 1)) missed.Add($"{at + 1}: {changed}");
            }
        }
        var list = Repository.Edition.ListOf(JurisdictionCode.Parse(code))!;
        Assert.True(cells >= (list.Items.Count * 5) + (list.Passages.Count * 2), $"only {cells} cells were found");
        Assert.Empty(missed);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Check_LetterOfADocumentChanged_NamesTheLineOfTheDocument(string code)
    {
        var name = $"documents/{Repository.Edition.ListOf(JurisdictionCode.Parse(code))!.Document.File}";
        var text = Repository.Text(name);
        var folder = Repository.SeedsOf(code);
        var missed = new List<string>();
        // Every letter would take minutes; a stride without a common factor with the layout meets every kind of cell.
        for (var at = 0; at < text.Length; at += 23)
        {
            if (char.IsWhiteSpace(text[at]) || text[at] is '|' or '-') continue;
            var line = text.AsSpan(0, at).Count('\n') + 1;
            var damaged = string.Concat(text.AsSpan(0, at), "某", text.AsSpan(at + 1));
            var problems = CatalogCheck.Run(folder.With(name, Encoding.UTF8.GetBytes(damaged)));
            if (!problems.Any(problem => problem.File == $"seeds/{name}" && problem.Line == line)) missed.Add($"{line}: {text[at]}");
        }
        Assert.Empty(missed);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Check_ByteOfADocumentChanged_NamesItsHash(string code)
    {
        // Even a blank: the document is kept as received.
        var name = $"documents/{Repository.Edition.ListOf(JurisdictionCode.Parse(code))!.Document.File}";
        var problems = CatalogCheck.Run(Repository.SeedsOf(code).With(name, text => text + " "));
        Assert.Contains(problems, problem => problem.File == $"seeds/lists/{code}.json" && problem.Reason.Contains("SHA-256", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Changes(string text)
    {
        yield return text + "某";
        if (text.Length == 0) yield break;
        yield return string.Concat("某", text.AsSpan(1));
        yield return text[1..];
        yield return text[..^1];
        var middle = text.Length / 2;
        yield return string.Concat(text.AsSpan(0, middle), "某", text.AsSpan(middle + 1));
        if (text.Length > 2) yield return text.Remove(middle, 1);
    }

    [GeneratedRegex("""^ +"\w+": \{ "text": "([^"]*)", "lines": "[^"]+" \},?$""")]
    private static partial Regex CellText();
}
