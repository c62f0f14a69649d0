using CareCatalog.Testing;

namespace CareCatalog.Cli.Tests;

/// <summary>What cannot be met is refused with exit code 2 and a reason; what cannot be read with 1.</summary>
public class UsageTests
{
    [Theory]
    [InlineData("", "command")]
    [InlineData("answer", "'answer'")]
    [InlineData("ask --nope", "'--nope'")]
    [InlineData("explain x --nope", "'--nope'")]
    [InlineData("eval", "argument")]
    [InlineData("export --format xml", "'xml'")]
    [InlineData("ask x --lang fr", "'fr'")]
    [InlineData("ask x --now 22.11.2026", "22.11.2026")]
    [InlineData("errata add 370200-03 content", "--confidence")]
    [InlineData("import x.csv", "--place")]
    public void Run_UnknownOrMissing_SaysWhatAndPointsToHelp(string arguments, string reason)
    {
        var run = Command.RunWith([], arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(reason, run.Error, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask", "A question is needed")]
    [InlineData("ask x --place 火星", "火星")]
    [InlineData("ask x --place 朝阳", "211300 辽宁省朝阳市")]
    [InlineData("ask x --place 999999", "999999")]
    [InlineData("explain x --place 火星", "火星")]
    [InlineData("compare --places 火星", "火星")]
    [InlineData("compare --service 火星", "火星")]
    [InlineData("export --format hsds", "--output")]
    [InlineData("import x.csv --place 12", "'12'")]
    [InlineData("import x.csv --place 370200 --write", "--replace")]
    public void Run_CannotBeMet_SaysWhy(string arguments, string reason)
    {
        var run = Command.Run(arguments.Split(' '));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("eval /no/such/questions.jsonl", "questions.jsonl")]
    [InlineData("import /no/such/list.csv --place 410100", "list.csv")]
    [InlineData("ask x --edition 000000000000", "000000000000")]
    [InlineData("diff seeds 000000000000", "000000000000")]
    [InlineData("diff seeds seeds --questions /no/such/questions.jsonl", "questions.jsonl")]
    public void Run_NoSuchFile_FailsInOneMessage(string arguments, string name)
    {
        var run = Command.Run(arguments.Split(' '));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(name, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FolderInPlaceOfAFile_FailsInOneMessage()
    {
        foreach (var arguments in (string[][])[["eval", Repository.Root], ["import", Repository.Root, "--place", "410100"], ["diff", "seeds", "seeds", "--questions", Repository.Root]])
        {
            var run = Command.Run(arguments);
            Assert.Equal(1, run.ExitCode);
            Assert.Contains("denied", run.Error, StringComparison.Ordinal);
            Assert.Single(run.Error.TrimEnd().Split('\n'));
        }
    }

    [Theory]
    [InlineData("ask", "打疫苗")]
    [InlineData("export")]
    [InlineData("compare")]
    [InlineData("explain", "打疫苗")]
    public void Run_NoSeeds_NamesEveryFileMissing(params string[] arguments)
    {
        var run = Command.RunWith([], [.. arguments, "--root", Path.Combine(Path.GetTempPath(), "no-such-folder")]);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("seeds/departments.tsv", run.Error, StringComparison.Ordinal);
        Assert.Contains("seeds/lists", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Help_ListsEveryCommand()
    {
        var run = Command.RunWith([], "--help");
        Assert.Equal(0, run.ExitCode);
        Assert.All(
            (string[])["ask", "explain", "eval", "check", "export", "import", "compare", "diff", "errata", "publish", "rollback", "editions"],
            name => Assert.Contains($"  {name} ", run.Output, StringComparison.Ordinal));
    }
}
