using System.Text;
using CareCatalog.Seeds;

namespace CareCatalog.Tests;

public class CatalogCheckTests
{
    [Fact]
    public void Run_Seeds_FindsNothing() => Assert.Empty(CatalogCheck.Run(Repository.SeedsPath));

    [Fact]
    public void Run_LetterChangedInAList_SaysWhatIsWrittenAndWhatIsPrinted()
    {
        var problem = Assert.Single(Run("lists/370200.json", "在学籍地参加中考", "在学籍地参加高考", "370200.json"), problem => problem.Reason.Contains("is printed", StringComparison.Ordinal));
        Assert.Contains("row 3", problem.Reason, StringComparison.Ordinal);
        Assert.Contains("line 45", problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_RowLost_NamesItsLinesInTheDocument()
    {
        var problems = Run("lists/370200.json", RowText(22), "", "");
        Assert.Contains(problems, problem => problem is { File: "seeds/documents/000_dc3e41d4d0ff0a6f.txt", Line: 323 });
        Assert.Contains(problems, problem => problem.File == "seeds/lists/370200.json" && problem.Reason.StartsWith("22 rows are expected", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.File == "seeds/annotations.tsv" && problem.Reason.StartsWith("370200-22", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.File == "seeds/errata/370200.json" && problem.Reason.StartsWith("e008", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_RowTwice_IsFound()
    {
        var problems = Run("lists/370200.json", RowText(22), RowText(22) + RowText(22), "lists/370200.json");
        Assert.Contains(problems, problem => problem.Reason.Contains("twice", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("lists/370200.json", "\"items\": 22", "\"items\": 23", "23 rows are expected")]
    [InlineData("lists/370200.json", "\"name\": \"青岛市\"", "\"name\": \"济南市\"", "not the name of 370200")]
    [InlineData("lists/370200.json", "\"sha256\": \"4", "\"sha256\": \"5", "SHA-256")]
    [InlineData("lists/370200.json", "\"number\": 5,", "\"number\": 6,", "one after the other")]
    [InlineData("lists/370200.json", "\"附件\"", "\"付件\"", "annex label does not stand")]
    [InlineData("lists/371700.json", "\"label\": \"四\"", "\"label\": \"五\"", "not how the document counts")]
    [InlineData("lists/000000.json", "国家卫生健康委 国家疾控局", "国家卫生健康委", "国家疾控局")]
    [InlineData("departments.tsv", "市疾控中心", "市疾控所", "not a department")]
    [InlineData("annotations.tsv", "370200-02\tkindergarten-place", "370200-02\tkindergarden-place", "no need of taxonomy.csv")]
    [InlineData("annotations.tsv", "\tpreschool\t", "\tpre-school-age\t", "is no stage")]
    [InlineData("annotations.tsv", "\thousing-hardship\t", "\thousing\t", "no circumstance")]
    [InlineData("annotations.tsv", "211381 211382", "211381 370213", "no place within")]
    [InlineData("annotations.tsv", "370200-01\t", "370200-23\t", "no line in annotations.tsv")]
    [InlineData("circumstances.csv", ",hardship\n", ",hard\n", "is no circumstance")]
    [InlineData("taxonomy.csv", "000000-01", "000000-20", "no row of the nation")]
    [InlineData("taxonomy.csv", "000000-01", "370200-01", "no row of the nation")]
    [InlineData("errata/220100.json", "\"符合本地临时救助情形的流动儿童\",\n    \"reading\"", "\"符合本地救助情形的流动儿童\",\n    \"reading\"", "e041")]
    [InlineData("errata/220100.json", "[\"220100-19\"]", "[\"220100-33\"]", "no row, passage or list")]
    [InlineData("errata/220100.json", "[\"220100-19\"]", "[\"220100-18\"]", "is blank and no erratum says")]
    [InlineData("errata/220100.json", "\"id\": \"e045\"", "\"id\": \"e046\"", "stands twice")]
    [InlineData("errata/220100.json", "\"lines\": \"59\"", "\"lines\": \"60\"", "e045: the reading does not stand")]
    [InlineData("errata/371700.json", "\"reading\": \"12\"", "\"reading\": \"11\"", "no erratum says so")]
    public void Run_OneFault_IsNamed(string file, string before, string after, string reason) =>
        Assert.Contains(Run(file, before, after, ""), problem => problem.Reason.Contains(reason, StringComparison.Ordinal));

    [Fact]
    public void Run_DocumentMissing_IsNamed() => Assert.Contains(
        CatalogCheck.Run(Repository.Seeds().With("documents/000_dc3e41d4d0ff0a6f.txt", null)),
        problem => problem is { File: "seeds/documents/000_dc3e41d4d0ff0a6f.txt", Reason: "the file is missing." });

    [Fact]
    public void Run_DocumentWithoutAList_IsNamed() => Assert.Contains(
        CatalogCheck.Run(Repository.Seeds().With("documents/005.txt", "x"u8.ToArray())),
        problem => problem.File == "seeds/documents/005.txt");

    [Fact]
    public void Run_ListUnderAnotherName_IsNamed() => Assert.Contains(
        CatalogCheck.Run(Repository.Seeds().With("lists/370200.json", null).With("lists/370201.json", Encoding.UTF8.GetBytes(Repository.Text("lists/370200.json")))),
        problem => problem.File == "seeds/lists/370201.json" && problem.Reason.Contains("must be called", StringComparison.Ordinal));

    [Fact]
    public void Run_TwoFaultsInTwoFiles_NamesBoth()
    {
        var folder = Repository.Seeds()
            .With("lists/370200.json", text => text.Replace("提供转介服务", "提供转接服务", StringComparison.Ordinal))
            .With("lists/211300.json", text => text.Replace("常规接种", "常见接种", StringComparison.Ordinal));
        var files = CatalogCheck.Run(folder).Select(problem => problem.File).ToHashSet();
        Assert.Superset(new HashSet<string> { "seeds/lists/211300.json", "seeds/lists/370200.json" }, files);
    }

    private static string RowText(int number)
    {
        var text = Repository.Text("lists/370200.json");
        var from = text.IndexOf($",\n    {{\n      \"number\": {number},", StringComparison.Ordinal);
        return text[from..(text.IndexOf("\n    }", from, StringComparison.Ordinal) + 6)];
    }

    private static IReadOnlyList<SeedProblem> Run(string file, string before, string after, string only)
    {
        var folder = Repository.Seeds().With(file, text =>
        {
            var at = text.IndexOf(before, StringComparison.Ordinal);
            Assert.True(at >= 0, $"'{before}' is not in {file}");
            return string.Concat(text.AsSpan(0, at), after, text.AsSpan(at + before.Length));
        });
        return [.. CatalogCheck.Run(folder).Where(problem => problem.File.EndsWith(only, StringComparison.Ordinal))];
    }
}
