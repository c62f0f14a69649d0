using CareCatalog.Dialogs.Learning;
using CareCatalog.Testing;

namespace CareCatalog.Dialogs.Tests.Learning;

/// <summary>What the models may do to an answer, and what not.</summary>
public class InferenceTests
{
    // Who and where alone ask for the overview, not for a guess.
    [Theory]
    [InlineData("孩子4岁，刚搬到青岛")]
    [InlineData("四岁半")]
    [InlineData("We just moved to Heze with our 3-year-old girl")]
    [InlineData("我家俩娃，5岁和12岁，在长春")]
    public void Read_OnlyWhoAndWhere_InfersNothing(string text)
    {
        var said = Desk.Read(text);
        Assert.False(said.HasMatter);
        Assert.Empty(said.NeedsAfter(Conversation.New));
    }

    [Theory]
    [InlineData("娃夜里老咳，外地的卡在菏泽能用不")]
    [InlineData("the school wants money for books and I have none, Changchun")]
    public void Read_WhatIsTroubling_HasMatter(string text) => Assert.True(Desk.Read(text).HasMatter);

    // A row for orphans, for people in extreme hardship, for the disabled comes first only when that was said.
    [Fact]
    public void Take_CircumstanceNotStated_NeverOpensItsRowByLikeness()
    {
        foreach (var line in LabelledLine.ReadAll(Repository.At("dialogs", "learned", "needs.tsv")).Take(600))
        {
            var said = Desk.Read(line.Text);
            if (said.Bodies.Count > 0 || said.Domain is not null || said.Reference is not null || !said.NeedsAfter(Conversation.New).Any(need => need is { IsInferred: true, IsNamed: true })) continue;
            var turn = Desk.Take(Conversation.New, line.Text);
            if (turn.Reply.Matches is not [var first, ..]) continue;
            var row = OurSeeds.Edition.Find(ItemId.Parse(first.Id))!;
            if (row.Eligibility.Circumstances.Count == 0) continue;
            Assert.True(said.Circumstances.Any(held => !held.IsDenied) || turn.After.Profile.Circumstances.Count > 0, $"{first.Id} for: {line.Text}");
        }
    }

    [Fact]
    public void Check_ModelsOfOtherLines_AreNoticed()
    {
        var folder = Directory.CreateTempSubdirectory("carecatalog-stale-").FullName;
        foreach (var file in Directory.EnumerateFiles(Repository.At("dialogs"), "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(Repository.At("dialogs"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        File.AppendAllText(Path.Combine(folder, "learned", "needs.tsv"), "no-such-need\tsomething\n");
        var problems = DialogsCheck.Run(folder, Repository.At("seeds"), OurSeeds.Edition).Select(problem => problem.ToString()).ToList();
        Directory.Delete(folder, true);
        Assert.Contains(problems, problem => problem.Contains("no-such-need", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("needs.model.tsv", StringComparison.Ordinal));
    }
}
