using System.Text;
using CareCatalog.Testing;

namespace CareCatalog.Cli.Tests;

/// <summary><c>check</c>: the lists and the words as they are are sound; whatever is changed in one of them is found, with file and line.</summary>
public class CheckTests
{
    [Fact]
    public void Check_OurSeedsAndWords_AreSound()
    {
        var run = Command.Run("check");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"edition {OurSeeds.Edition.Version}, 133 rows, 21 passages", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("seeds/documents/000_dc3e41d4d0ff0a6f.txt", "定点康复机构", "定點康复机构")]
    [InlineData("seeds/documents/002_5af29445bb181430.txt", "质量和平水平", "质量和水平")]
    [InlineData("seeds/documents/004_6bb4acbdb5867a59.txt", "特困人员求助供养", "特困人员救助供养")]
    [InlineData("seeds/lists/371700.json", "30种常见重大疾病", "80种常见重大疾病")]
    [InlineData("seeds/lists/000000.json", "3周岁以下儿童", "5周岁以下儿童")]
    public void Check_OneLetterChanged_IsFoundWithItsLine(string file, string words, string others)
    {
        using var workspace = new Workspace();
        workspace.Change(file, words, others);
        var run = workspace.Run("check");
        Assert.Equal(3, run.ExitCode);
        Assert.All(run.Lines, line => Assert.Matches(@"^(seeds|dialogs)/\S+:\d+: \S", line));
        var list = file.StartsWith("seeds/lists", StringComparison.Ordinal) ? file : null;
        Assert.Contains(run.Lines, line => (list is null || line.StartsWith(list + ":", StringComparison.Ordinal)) && !line.Contains(":0:", StringComparison.Ordinal));
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

    [Theory]
    [InlineData("seeds/lists/220100.json")]
    [InlineData("seeds/departments.tsv")]
    [InlineData("dialogs/zh-CN/phrases.json")]
    [InlineData("dialogs/zh-CN/needs.lex")]
    [InlineData("dialogs/en-US/summaries.tsv")]
    [InlineData("dialogs/en-US/danger-banners.tsv")]
    [InlineData("dialogs/zh-CN/compare.json")]
    public void Check_FileMissing_IsNamed(string file)
    {
        using var workspace = new Workspace();
        File.Delete(workspace.At(file));
        var run = workspace.Run("check");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains(Path.GetFileNameWithoutExtension(file), run.Output, StringComparison.Ordinal);
        Assert.Equal("", run.Error);
    }

    [Theory]
    [InlineData("seeds/departments.tsv")]
    [InlineData("seeds/lists/370200.json")]
    [InlineData("dialogs/zh-CN/phrases.json")]
    [InlineData("dialogs/zh-CN/needs.lex")]
    [InlineData("dialogs/zh-CN/summaries.tsv")]
    public void Check_FileThatIsNotUtf8_IsNamed(string file)
    {
        using var workspace = new Workspace();
        var bytes = File.ReadAllBytes(workspace.At(file));
        var at = Encoding.UTF8.GetString(bytes).IndexOf(bytes.Length > 0 ? "的" : "", StringComparison.Ordinal);
        Assert.True(at > 0);
        var start = Encoding.UTF8.GetByteCount(Encoding.UTF8.GetString(bytes)[..at]);
        bytes[start + 1] = 0xff;
        File.WriteAllBytes(workspace.At(file), bytes);
        var run = workspace.Run("check");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains(run.Lines, line => line.StartsWith(file + ":", StringComparison.Ordinal) && line.Contains("UTF-8", StringComparison.Ordinal));
    }
}
