using System.Text.Json;

namespace CareCatalog.Cli.Tests;

/// <summary><c>publish</c>, <c>rollback</c>, <c>editions</c>, <c>diff</c>, <c>ask --edition</c> and <c>errata add</c>: the life of an edition.</summary>
public class EditionTests
{
    [Fact]
    public void PublishAndRollback_TwoEditions_PutsTheFirstInForceAgain()
    {
        using var workspace = new Workspace();
        var first = Published(workspace.Run("publish"));
        AddErratum(workspace);
        var second = Published(workspace.Run("publish"));
        Assert.NotEqual(first, second);
        Assert.Contains("in force already", workspace.Run("publish").Output, StringComparison.Ordinal);

        Assert.Contains(first, workspace.Run("rollback").Output, StringComparison.Ordinal);
        var events = workspace.Run("editions").Lines;
        Assert.Equal(3, events.Length);
        Assert.Contains($"{first}  in force", events[^1], StringComparison.Ordinal);
        var history = JsonDocument.Parse(workspace.Run("editions", "--json").Output).RootElement;
        Assert.Equal(first, history.GetProperty("current").GetString());

        Assert.Equal(second, EditionOf(workspace.Run("ask", "青岛第3项", "--json", "--edition", second)));
        Assert.Equal(first, EditionOf(workspace.Run("ask", "青岛第3项", "--json", "--edition", first)));
    }

    [Fact]
    public void Ask_IndexFileDamaged_SaysSoAndAnswersTheSame()
    {
        using var workspace = new Workspace();
        var version = Published(workspace.Run("publish"));
        var index = workspace.At($"data/editions/index/{version}.index");
        var sound = workspace.Run("ask", "青岛低保家庭上幼儿园", "--edition", version);
        Assert.Equal((0, ""), (sound.ExitCode, sound.Error));
        File.WriteAllBytes(index, File.ReadAllBytes(index)[..1000]);
        var damaged = workspace.Run("ask", "青岛低保家庭上幼儿园", "--edition", version);
        Assert.Equal((0, sound.Output), (damaged.ExitCode, damaged.Output));
        Assert.Contains($"index file of edition {version} was not taken, the index was built: it is damaged", damaged.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Publish_CutOffHalfWay_LeavesTheOldInForceAndNothingInTheWay()
    {
        using var workspace = new Workspace();
        var first = Published(workspace.Run("publish"));
        AddErratum(workspace);
        using (var publishing = Command.Start("publish", "--root", workspace.Root))
        {
            // The draft is copied and checked before anything is put in force.
            while (Directory.GetDirectories(workspace.At("data/editions"), ".draft-*").Length == 0 && !publishing.HasExited) Thread.Yield();
            publishing.Kill();
            publishing.WaitForExit();
        }
        Assert.NotEmpty(Directory.GetDirectories(workspace.At("data/editions"), ".draft-*"));
        Assert.Contains($"{first}  in force", workspace.Run("editions").Lines.Single(), StringComparison.Ordinal);
        Assert.NotEqual(first, Published(workspace.Run("publish")));
        Assert.Empty(Directory.GetDirectories(workspace.At("data/editions"), ".draft-*"));
    }

    [Fact]
    public void Publish_UnsoundSeeds_IsRefusedAndTheOldStaysInForce()
    {
        using var workspace = new Workspace();
        var first = Published(workspace.Run("publish"));
        workspace.Change("seeds/lists/370200.json", "定点康复机构", "定点康复中心");
        var run = workspace.Run("publish");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("370200.json:", run.Output, StringComparison.Ordinal);
        Assert.Contains($"{first}  in force", workspace.Run("editions").Lines.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Rollback_NothingPublished_SaysSo()
    {
        using var workspace = new Workspace();
        var run = workspace.Run("rollback");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("no edition", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Diff_NeedTakenFromARow_ListsTheAnswersThatChangeAndNoOthers()
    {
        using var workspace = new Workspace();
        var first = Published(workspace.Run("publish"));
        var questions = workspace.Write("questions.jsonl", """
            {"id":"q1","text":"在青岛，孩子想打疫苗","outcome":"answered"}
            {"id":"q2","text":"在青岛，家里住房困难","outcome":"answered"}

            """);
        var line = File.ReadLines(workspace.At("seeds/annotations.tsv")).Single(row => row.StartsWith("370200-01\t", StringComparison.Ordinal));
        workspace.Change("seeds/annotations.tsv", line, line.Replace("vaccination ", "", StringComparison.Ordinal).Replace(" vaccination", "", StringComparison.Ordinal));
        var run = workspace.Run("diff", first, "seeds", "--questions", questions, "--now", "2026-11-22", "--progress");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("1 changed", run.Lines[^1], StringComparison.Ordinal);
        Assert.EndsWith("1 answers changed", run.Lines[^1], StringComparison.Ordinal);
        var answer = Array.FindIndex(run.Lines, row => row.StartsWith("answer     q1 在青岛", StringComparison.Ordinal));
        Assert.StartsWith("- answered 370200-01", run.Lines[answer + 1], StringComparison.Ordinal);
        Assert.Contains(run.Lines.Skip(answer), row => row.StartsWith("+ ", StringComparison.Ordinal) && !row.StartsWith("+ answered 370200-01", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Lines, row => row.Contains(" q2 ", StringComparison.Ordinal));
        Assert.EndsWith("100% of 2 questions\n", run.Error, StringComparison.Ordinal);
        var json = JsonDocument.Parse(workspace.Run("diff", first, "seeds", "--questions", questions, "--now", "2026-11-22", "--json").Output).RootElement;
        Assert.Equal("q1", Assert.Single(json.GetProperty("answers").EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public void Diff_ErratumAdded_ShowsTheRowAndWhichAnswersChanged()
    {
        using var workspace = new Workspace();
        var first = Published(workspace.Run("publish"));
        AddErratum(workspace);
        var questions = workspace.Write("questions.jsonl", """{"id":"q1","text":"青岛第3项","outcome":"answered"}""" + "\n");
        var run = workspace.Run("diff", first, "seeds", "--questions", questions, "--now", "2026-11-22");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains(run.Lines, line => line.Contains("370200-03", StringComparison.Ordinal));
        // The same row, with another reading of its words.
        Assert.EndsWith("1 answers changed", run.Lines[^1], StringComparison.Ordinal);
        Assert.Contains(run.Lines, line => line.StartsWith('+') && line.Contains("居住地参加中考", StringComparison.Ordinal));
        Assert.Equal(0, workspace.Run("diff", "seeds", "seeds").ExitCode);
        Assert.Equal(JsonValueKind.Array, JsonDocument.Parse(workspace.Run("diff", first, "seeds", "--json").Output).RootElement.GetProperty("rows").ValueKind);
    }

    [Fact]
    public void ErrataAdd_WordsThatAreNotThere_IsRefusedAndNothingIsWritten()
    {
        using var workspace = new Workspace();
        var before = workspace.Files();
        var run = workspace.Run("errata", "add", "370200-03", "content", "--printed", "不在原文里的话", "--reading", "别的", "--confidence", "0.9", "--reason", "试。", "--english-reason", "A trial.");
        Assert.Equal(3, run.ExitCode);
        Assert.NotEmpty(run.Lines);
        Assert.Equal(before, workspace.Files());
    }

    [Fact]
    public void ErrataAdd_SoundErratum_IsReadAtOnce()
    {
        using var workspace = new Workspace();
        AddErratum(workspace);
        Assert.Equal(0, workspace.Run("check").ExitCode);
        Assert.Contains("居住地参加中考", workspace.Run("ask", "青岛第3项").Output, StringComparison.Ordinal);
    }

    private static void AddErratum(Workspace workspace)
    {
        var run = workspace.Run(
            "errata", "add", "370200-03", "content", "--printed", "学籍地参加中考", "--reading", "居住地参加中考", "--confidence", "0.5", "--reason", "其他清单作居住地。", "--english-reason", "The other lists say where they live.");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("added to errata/370200.json", run.Output, StringComparison.Ordinal);
    }

    private static string Published(Command run)
    {
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return run.Output.Split(' ')[1];
    }

    private static string? EditionOf(Command run) => JsonDocument.Parse(run.Output).RootElement.GetProperty("edition").GetString();
}
