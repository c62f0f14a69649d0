using System.Text.RegularExpressions;
using CareCatalog.Testing;

namespace CareCatalog.Cli.Tests;

/// <summary><c>check</c>: the lists and the words as they are are sound; whatever is changed in one of them is found, with file and line.</summary>
public class CheckTests
{
    private static readonly Dictionary<string, string> Documents = new() { ["000000"] = "001_", ["370200"] = "000_", ["220100"] = "002_", ["371700"] = "003_", ["211300"] = "004_" };

    [Fact]
    public void Check_OurSeedsAndWords_AreSound()
    {
        var run = Command.Run("check");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"edition {OurSeeds.Edition.Version}, 133 rows, 21 passages", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_LettersChanged_AreAllFoundWithTheirLines()
    {
        using var workspace = new Workspace();
        (string File, string Words, string Others)[] changes =
        [
            ("seeds/documents/000_dc3e41d4d0ff0a6f.txt", "定点康复机构", "定點康复机构"),
            ("seeds/documents/002_5af29445bb181430.txt", "质量和平水平", "质量和水平"),
            ("seeds/documents/004_6bb4acbdb5867a59.txt", "特困人员求助供养", "特困人员救助供养"),
            ("seeds/lists/371700.json", "30种常见重大疾病", "80种常见重大疾病"),
            ("seeds/lists/000000.json", "全网通办", "全程网办"),
        ];
        foreach (var (file, words, others) in changes) workspace.Change(file, words, others);
        var run = workspace.Run("check");
        Assert.Equal(3, run.ExitCode);
        Assert.All(run.Lines, line => Assert.Matches(@"^(seeds|dialogs)/\S+:\d+: \S", line));
        // A letter of a document is found from either side: in the list that no longer stands in it, or as a letter of no cell.
        foreach (var code in (string[])["370200", "220100", "211300", "371700", "000000"])
            Assert.Contains(run.Lines, line => Regex.IsMatch(line, $@"^seeds/(lists/{code}\.json|documents/{Documents[code]}\S*):[1-9]"));
    }

    [Fact]
    public void Check_SeveralFaults_AreAllReportedAtOnce()
    {
        using var workspace = new Workspace();
        workspace.Change("seeds/lists/370200.json", "定点康复机构", "定点康复中心");
        workspace.Change("dialogs/zh-CN/phrases.json", "\"thanks\":", "\"thank\":");
        File.AppendAllText(workspace.At("dialogs/en-US/needs.lex"), "no-such-need: something\nno colon here\n");
        File.AppendAllText(workspace.At("dialogs/zh-CN/needs.lex"), "vaccination: 我家孩子今年四岁了想打疫苗去哪里\n");
        var run = workspace.Run("check");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains(run.Lines, line => line.StartsWith("seeds/lists/370200.json:", StringComparison.Ordinal));
        Assert.Contains(run.Lines, line => line.Contains("phrases.json", StringComparison.Ordinal) && line.Contains("'thanks'", StringComparison.Ordinal));
        Assert.Contains(run.Lines, line => line.StartsWith("dialogs/en-US/needs.lex:", StringComparison.Ordinal) && line.Contains("'no-such-need'", StringComparison.Ordinal));
        Assert.Contains(run.Lines, line => line.StartsWith("dialogs/en-US/needs.lex:", StringComparison.Ordinal) && line.Contains("colon", StringComparison.Ordinal));
        Assert.Contains(run.Lines, line => line.StartsWith("dialogs/zh-CN/needs.lex:", StringComparison.Ordinal) && line.Contains("longer", StringComparison.Ordinal));
    }

    [Fact]
    public void Check_FilesMissing_AreAllNamed()
    {
        using var workspace = new Workspace();
        string[] files = ["dialogs/zh-CN/phrases.json", "dialogs/zh-CN/cues.lex", "dialogs/en-US/summaries.tsv", "dialogs/en-US/danger-banners.tsv", "dialogs/zh-CN/compare.json"];
        foreach (var file in files) File.Delete(workspace.At(file));
        var run = workspace.Run("check");
        Assert.Equal((3, ""), (run.ExitCode, run.Error));
        Assert.All(files, file => Assert.Contains(run.Lines, line => line.StartsWith(file + ":", StringComparison.Ordinal)));
    }

    [Fact]
    public void Check_FilesThatAreNotUtf8_AreNamedWithTheirLine()
    {
        using var workspace = new Workspace();
        string[] files = ["dialogs/zh-CN/compare.json", "dialogs/zh-CN/needs.lex", "dialogs/zh-CN/summaries.tsv", "dialogs/en-US/masks.lex"];
        foreach (var file in files) File.WriteAllBytes(workspace.At(file), [.. File.ReadAllBytes(workspace.At(file)), .. "# "u8, 0xff, (byte)'\n']);
        var run = workspace.Run("check");
        Assert.Equal(3, run.ExitCode);
        Assert.All(files, file => Assert.Contains(run.Lines, line => line == $"{file}:{File.ReadLines(workspace.At(file)).Count()}: is not UTF-8 text."));
    }
}
