using CareCatalog.Dialogs.Learning;
using CareCatalog.Search.Text;
using CareCatalog.Testing;

namespace CareCatalog.Dialogs.Tests.Learning;

/// <summary>What lines teach, how a model is kept, and what a damaged one says.</summary>
public sealed class ClassifierTests : IDisposable
{
    private static readonly LabelledLine[] Lines =
    [
        new(["cat"], "猫在睡觉"), new(["cat"], "小猫喝奶"), new(["cat"], "a cat sleeps"), new(["cat"], "my cat drinks milk"),
        new(["dog"], "狗在跑"), new(["dog"], "小狗叫了"), new(["dog"], "a dog runs"), new(["dog"], "my dog barks"),
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("carecatalog-learning-").FullName;

    [Theory]
    [InlineData("那只猫", "cat")]
    [InlineData("狗呢", "dog")]
    [InlineData("the cat", "cat")]
    [InlineData("dogs", "dog")]
    public void Learn_Lines_TellNewTextsApart(string text, string label) => Assert.Equal(label, Likeliest(Learn(), text));

    [Fact]
    public void Learn_SameLines_GiveTheSameModel() => Assert.Equal(Written(Learn()), Written(Learn()));

    [Fact]
    public void Judge_AnyText_SharesAddUpToOne()
    {
        foreach (var text in (string[])["", "猫", "zzz", "😀😀", new string('问', 4000)])
            Assert.Equal(1, Learn().Judge(Folded(text), []).Sum(), 0.001);
    }

    [Fact]
    public void Judge_Sign_WeighsLikeAFeature()
    {
        var model = ClassifierLearner.Learn(Lines, "", 0, text => (Folded(text), text.Contains('猫') || text.Contains("cat") ? ["#purr"] : ["#bark"]));
        Assert.True(model.Judge(Folded(""), ["#purr"])[0] > model.Judge(Folded(""), ["#bark"])[0]);
    }

    [Fact]
    public void Read_WhatWasWritten_JudgesAlike()
    {
        var file = Path.Combine(folder, "m.tsv");
        File.WriteAllText(file, Written(Learn()));
        var read = TextClassifier.Read(file);
        Assert.Equal("mark", read.Origin);
        foreach (var (expected, actual) in Learn().Judge(Folded("小猫"), []).Zip(read.Judge(Folded("小猫"), []))) Assert.Equal(expected, actual, 0.02);
    }

    [Theory]
    [InlineData("")]
    [InlineData("mark\ncat\tdog\n0\n")]
    [InlineData("mark\ncat\tdog\n0\tx\n")]
    [InlineData("mark\ncat\tdog\n0\t0\nfeature without weights\n")]
    [InlineData("mark\ncat\tdog\n0\t0\n猫\t7:1\n")]
    [InlineData("mark\ncat\tdog\n0\t0\n猫\t0:many\n")]
    [InlineData("mark\ncat\tdog\n0\t0\n猫\t0:1\n猫\t0:1\n")]
    public void Read_DamagedModel_NamesTheLine(string text)
    {
        var file = Path.Combine(folder, "m.tsv");
        File.WriteAllText(file, text);
        Assert.Contains("m.tsv:", Assert.Throws<InvalidDataException>(() => TextClassifier.Read(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadAll_LineWithoutLabel_NamesTheLine()
    {
        var file = Path.Combine(folder, "lines.tsv");
        File.WriteAllText(file, "label\ttext\ncat\t猫\n狗\n");
        Assert.Contains("lines.tsv:3", Assert.Throws<InvalidDataException>(() => LabelledLine.ReadAll(file)).Message, StringComparison.Ordinal);
    }

    // What judges the product is never learned from; 你好 and the like are said by everyone.
    [Theory]
    [InlineData("samples.jsonl")]
    [InlineData("judge.jsonl")]
    public void Lines_HoldNoQuestionThatJudges(string judging)
    {
        var learned = new[] { "needs.tsv", "danger.tsv" }.SelectMany(file => LabelledLine.ReadAll(Repository.At("dialogs", "learned", file))).Select(line => line.Text).ToHashSet();
        var judges = File.ReadLines(Repository.At("tests", "questions", judging)).Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!).Where(text => text.Length > 4);
        Assert.DoesNotContain(judges, learned.Contains);
    }

    public void Dispose() => Directory.Delete(folder, true);

    private static TextClassifier Learn() => ClassifierLearner.Learn(Lines, "mark", 0, text => (Folded(text), []));

    private static FoldedText Folded(string text) => FoldedText.Of(text, OurSeeds.Characters);

    private static string Likeliest(TextClassifier model, string text)
    {
        var shares = model.Judge(Folded(text), []);
        return model.Labels[Array.IndexOf(shares, shares.Max())];
    }

    private static string Written(TextClassifier model)
    {
        using var writer = new StringWriter();
        model.Write(writer);
        return writer.ToString();
    }
}
