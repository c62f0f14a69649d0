namespace CareCatalog.Cli.Tests.Evaluation;

/// <summary><c>eval</c>: the measures, then each failure in one line; a bad label is named.</summary>
public class EvalTests
{
    [Fact]
    public void Eval_Questions_PrintsMeasuresAndFailures()
    {
        using var workspace = new Workspace();
        var file = workspace.Write("questions.jsonl", """
            {"id":"right","text":"打疫苗找谁","city":"370200","lang":"zh","expected":["370200-01"],"acceptable":[],"departments":["市卫生健康委"],"outcome":"answered","tags":["a"]}
            {"id":"wrong","text":"打疫苗找谁","city":"370200","lang":"zh","expected":["370200-10"],"acceptable":[],"departments":[],"outcome":"answered","tags":["a"]}
            {"id":"danger","text":"我不想活了","lang":"zh","danger":true,"kind":"self-harm"}
            {"id":"safe","text":"打疫苗疼死了","lang":"zh","danger":false}
            {"id":"talk","lang":"zh","turns":[{"user":"谢谢","expect":{"outcome":"smalltalk"}},{"user":"青岛打疫苗","expect":{"outcome":"answered","expected":["370200-01"],"must_contain_any":["市卫生健康委"]}}]}

            """);
        var run = workspace.Run("eval", file, "--now", "2026-11-22");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal("6 judged", run.Lines[0]);
        Assert.Contains(run.Lines, line => line.StartsWith("success", StringComparison.Ordinal) && line.Contains("50.0%", StringComparison.Ordinal));
        Assert.Contains(run.Lines, line => line.StartsWith("danger-recall", StringComparison.Ordinal) && line.EndsWith("(1)", StringComparison.Ordinal));
        Assert.Contains(run.Lines, line => line.StartsWith("turn-success", StringComparison.Ordinal) && line.Contains("100.0%", StringComparison.Ordinal));
        Assert.Contains(run.Lines, line => line.StartsWith("wrong  first wrong", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Lines, line => line.StartsWith("right ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("""{"id":"x"}""")]
    [InlineData("""{"id":"x","turns":[null]}""")]
    [InlineData("""{"id":"x","turns":[{"user":"y"}]}""")]
    [InlineData("""{"id":"x","text":"y","turns":[]}""")]
    public void Eval_BadLabel_IsNamedWithItsLine(string bad)
    {
        using var workspace = new Workspace();
        var file = workspace.Write("questions.jsonl", """{"id":"1","text":"谢谢","outcome":"smalltalk"}""" + "\n" + bad + "\n");
        var run = workspace.Run("eval", file);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("questions.jsonl, line 2: ", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void Eval_FileThatIsNotUtf8_IsNamed()
    {
        using var workspace = new Workspace();
        File.WriteAllBytes(workspace.At("gbk.jsonl"), [0xc7, 0xe0, 0xb5, 0xba, (byte)'\n']);
        var run = workspace.Run("eval", workspace.At("gbk.jsonl"));
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("gbk.jsonl, line 1: this is not UTF-8.", run.Error.Trim());
    }
}
