using System.Text.Json;
using System.Text.RegularExpressions;
using CareCatalog.Testing;

namespace CareCatalog.Dialogs.Tests.Content;

/// <summary>Sentences that are said: the same in both languages, and every button is understood when it is tapped.</summary>
public partial class SentenceTests
{
    [Theory]
    [InlineData("phrases.json")]
    [InlineData("compare.json")]
    [InlineData("console.json")]
    [InlineData("screens.json")]
    public void Sentences_BothLanguages_HaveTheSameKeys(string file) => Assert.Equal(Read("zh-CN", file).Keys.Order(), Read("en-US", file).Keys.Order());

    [Theory]
    [InlineData("phrases.json")]
    [InlineData("compare.json")]
    [InlineData("console.json")]
    [InlineData("screens.json")]
    public void Sentences_BothLanguages_HaveTheSamePlaceholders(string file)
    {
        var english = Read("en-US", file);
        Assert.Empty(Read("zh-CN", file).Where(sentence => !Placeholders(sentence.Value).SequenceEqual(Placeholders(english[sentence.Key]))).Select(sentence => sentence.Key));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en-US")]
    public void Sentences_Chat_NoneIsEmptyAndNoBraceIsOpen(string language) => Assert.Empty(Read(language, "phrases.json")
        .Where(sentence => sentence.Value.Trim().Length == 0 || Placeholder().Replace(sentence.Value, "").AsSpan().IndexOfAny('{', '}') >= 0).Select(sentence => sentence.Key));

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en-US")]
    public void Button_OfANeed_IsAnswered(string language) => Assert.All(
        Buttons(language, "button-need-"), button => Assert.Equal(("answered", true), (Desk.Ask(button).Outcome, Desk.Ask(button).Asks == "place")));

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en-US")]
    public void Button_OfAnAge_TellsTheStage(string language)
    {
        var stages = Read(language, "phrases.json").Where(sentence => sentence.Key.StartsWith("button-age-", StringComparison.Ordinal))
            .ToDictionary(sentence => sentence.Key[11..], sentence => Desk.Read(sentence.Value).Children.SelectMany(child => child.Stages).ToHashSet());
        Assert.Equal([Stage.Infancy], stages["infant"]);
        Assert.Contains(Stage.Preschool, stages["preschool"]);
        Assert.Contains(Stage.Compulsory, stages["school"]);
        Assert.Contains(Stage.SeniorHigh, stages["senior"]);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en-US")]
    public void Button_MoreOrDetail_IsThatCommand(string language)
    {
        var sentences = Read(language, "phrases.json");
        Assert.True(Desk.Read(sentences["button-detail"]).Has("detail"));
        Assert.True(Desk.Read(sentences["button-more"]).Has("more"));
        Assert.True(Desk.Read(sentences["button-unknown"]).Has("unknown"));
    }

    private static IEnumerable<string> Buttons(string language, string prefix) =>
        Read(language, "phrases.json").Where(sentence => sentence.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(sentence => sentence.Value);

    private static Dictionary<string, string> Read(string language, string file) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Repository.At("dialogs", language, file)))!;

    private static IEnumerable<string> Placeholders(string sentence) => Placeholder().Matches(sentence).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{[a-z]+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
