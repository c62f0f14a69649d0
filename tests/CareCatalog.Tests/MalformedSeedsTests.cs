using System.Text;
using CareCatalog.Seeds;
using FsCheck;
using FsCheck.Fluent;

namespace CareCatalog.Tests;

/// <summary>Whatever stands in the seeds, reading gives problems with file and line and never throws.</summary>
public class MalformedSeedsTests
{
    private const string List = "lists/370200.json";
    private const string Errata = "errata/370200.json";

    private static readonly SeedFolder Folder = Repository.SeedsOf("370200");

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("42")]
    [InlineData("{} {}")]
    [InlineData("not json")]
    [InlineData("{\"code\": 370200, \"name\": [], \"document\": \"x\", \"counts\": null, \"furniture\": {}, \"items\": [1, [], null], \"passages\": true}")]
    [InlineData("{\"code\": \"37020\", \"name\": \"\\ud800\"}")]
    public void Read_ListThatIsNone_ReportsTheFile(string json) => AssertReported(Folder.With(List, Encoding.UTF8.GetBytes(json)), List, 1);

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("[{}]")]
    [InlineData("[{\"id\": 1, \"targets\": \"370200\", \"field\": \"colour\", \"confidence\": 2}]")]
    public void Read_ErrataThatAreNone_ReportTheFile(string json) => AssertReported(Folder.With(Errata, Encoding.UTF8.GetBytes(json)), Errata, 1);

    [Fact]
    public void Read_TruncatedJson_NamesTheLineWhereItEnds()
    {
        var text = Repository.Text(List);
        var cut = text.IndexOf("市教育局", StringComparison.Ordinal);
        AssertReported(Folder.With(List, Encoding.UTF8.GetBytes(text[..cut])), List, text.AsSpan(0, cut).Count('\n') + 1);
    }

    [Fact]
    public void Read_DuplicateKey_NamesTheLineOfTheSecond()
    {
        var folder = Folder.With(List, text => text.Replace("  \"name\": \"青岛市\",\n", "  \"name\": \"青岛市\",\n  \"name\": \"青岛市\",\n", StringComparison.Ordinal));
        AssertReported(folder, List, 4);
    }

    [Theory]
    [InlineData("\"number\": 1,", "\"number\": 99999999999999999999999999,")]
    [InlineData("\"number\": 1,", "\"number\": 1e400,")]
    [InlineData("\"number\": 1,", "\"number\": -1,")]
    [InlineData("\"number\": 1,", "\"number\": 1.5,")]
    [InlineData("\"number\": 1,", "\"number\": \"1\",")]
    [InlineData("\"number\": 1,", "\"number\": 2,")]
    [InlineData("\"lines\": \"21-25\"", "\"lines\": \"25-21\"")]
    [InlineData("\"lines\": \"21-25\"", "\"lines\": \"0\"")]
    [InlineData("\"lines\": \"21-25\"", "\"lines\": \"\"")]
    [InlineData("\"lines\": \"21-25\"", "\"lines\": \"99999999999\"")]
    [InlineData("\"lines\": \"21-25\"", "\"lines\": [21, 25]")]
    [InlineData("\"code\": \"370200\"", "\"code\": \"qingdao\"")]
    [InlineData("\"counts\"", "\"count\"")]
    [InlineData("\"幼有所育\"", "\"幼有所有\"")]
    public void Read_WrongValue_NamesItsLine(string before, string after)
    {
        var text = Repository.Text(List);
        var at = text.IndexOf(before, StringComparison.Ordinal);
        var folder = Folder.With(List, Encoding.UTF8.GetBytes(string.Concat(text.AsSpan(0, at), after, text.AsSpan(at + before.Length))));
        var line = text.AsSpan(0, at).Count('\n') + 1;
        var problems = CatalogReader.Read(folder).Problems;
        // A number is part of a row, which begins one line above it.
        Assert.Contains(problems, problem => problem.File == $"seeds/{List}" && problem.Line > 0 && problem.Line - line is >= -1 and <= 12);
    }

    [Fact]
    public void Read_LinesBehindTheEndOfTheDocument_IsFoundByTheCheck()
    {
        var folder = Folder.With(List, text => text.Replace("\"lines\": \"21-25\"", "\"lines\": \"21-2147483647\"", StringComparison.Ordinal));
        Assert.Contains(CatalogCheck.Run(folder), problem => problem.Reason.Contains("behind the end", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(List)]
    [InlineData(Errata)]
    [InlineData("taxonomy.csv")]
    [InlineData("annotations.tsv")]
    [InlineData("departments.tsv")]
    [InlineData("documents/000_dc3e41d4d0ff0a6f.txt")]
    public void Read_BytesThatAreNotUtf8_NameTheLine(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(Repository.Text(name));
        var at = Array.IndexOf(bytes, (byte)'\n', bytes.Length / 2) + 1;
        bytes[at] = 0xFF;
        Assert.Contains(CatalogCheck.Run(Folder.With(name, bytes)), problem =>
            problem.File == $"seeds/{name}" && problem.Line == bytes.AsSpan(0, at).Count((byte)'\n') + 1 && problem.Reason.Contains("UTF-8", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void Read_DeepNesting_IsAProblem(char open)
    {
        var deep = open == '[' ? new string('[', 100_000) : string.Concat(Enumerable.Repeat("{\"a\":", 100_000));
        AssertReported(Folder.With(List, Encoding.UTF8.GetBytes(deep)), List, 1);
    }

    [Theory]
    [InlineData("domains.csv")]
    [InlineData("taxonomy.csv")]
    [InlineData("circumstances.csv")]
    [InlineData("annotations.tsv")]
    [InlineData("departments.tsv")]
    [InlineData("hotlines.tsv")]
    [InlineData("places.tsv")]
    public void Read_MissingTable_IsAProblem(string name) => AssertReported(Folder.With(name, null), name, 0);

    [Theory]
    [InlineData("taxonomy.csv")]
    [InlineData("annotations.tsv")]
    [InlineData("departments.tsv")]
    [InlineData("hotlines.tsv")]
    public void Read_RowWithACellTooMany_NamesItsLine(string name)
    {
        var separator = name.EndsWith("csv", StringComparison.Ordinal) ? "," : "\t";
        var lines = Repository.Text(name).Split('\n');
        lines[3] += separator + "x";
        AssertReported(Folder.With(name, Encoding.UTF8.GetBytes(string.Join('\n', lines))), name, 4);
    }

    [Fact]
    public void Read_ByteOrderMark_IsNoProblem()
    {
        var folder = Repository.Seeds().With(List, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Repository.Text(List))]);
        Assert.Empty(CatalogCheck.Run(folder));
    }

    [Fact]
    public void Read_RandomBytesFlippedOrCut_NeverThrows()
    {
        string[] names = [List, Errata, "errata/general.json", "annotations.tsv", "taxonomy.csv", "domains.csv", "departments.tsv", "documents/000_dc3e41d4d0ff0a6f.txt"];
        var damage =
            from name in Gen.Elements(names)
            from flips in Gen.ListOf(Gen.Choose(0, int.MaxValue - 1).Zip(Gen.Choose(0, 255)), 4)
            from cut in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(0, int.MaxValue - 1)))
            select (name, flips, cut);
        Prop.ForAll(damage.ToArbitrary(), one =>
        {
            var bytes = Encoding.UTF8.GetBytes(Repository.Text(one.name));
            foreach (var (at, value) in one.flips) bytes[at % bytes.Length] = (byte)value;
            var folder = Folder.With(one.name, one.cut == 0 ? bytes : bytes[..(one.cut % bytes.Length)]);
            return CatalogReader.Read(folder).Problems.Concat(CatalogCheck.Run(folder)).All(problem => problem.File.StartsWith("seeds", StringComparison.Ordinal));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    private static void AssertReported(SeedFolder folder, string name, int line)
    {
        var reading = CatalogReader.Read(folder);
        Assert.Null(reading.Edition);
        Assert.Contains(reading.Problems, problem => problem.File == $"seeds/{name}" && problem.Line == line);
        Assert.Contains(CatalogCheck.Run(folder), problem => problem.File == $"seeds/{name}" && problem.Line == line);
    }
}
