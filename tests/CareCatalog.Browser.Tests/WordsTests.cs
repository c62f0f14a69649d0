using System.Text.Json;
using System.Text.RegularExpressions;
using CareCatalog.Testing;

namespace CareCatalog.Browser.Tests;

/// <summary>The words of the screens: the same in both languages, each there that a page asks for.</summary>
public sealed partial class WordsTests
{
    [Theory]
    [InlineData("screens.json")]
    [InlineData("console.json")]
    [InlineData("privacy.json")]
    public void BothLanguages_HaveTheSameWordsAndPlaceholders(string file)
    {
        var (chinese, english) = (Read("zh-CN", file), Read("en-US", file));
        Assert.Equal(chinese.Keys.Order(), english.Keys.Order());
        Assert.All(chinese, pair => Assert.Equal(Placeholders(pair.Value), Placeholders(english[pair.Key])));
        Assert.All(chinese.Values.Concat(english.Values), value => Assert.False(string.IsNullOrWhiteSpace(value)));
    }

    [Fact]
    public void EveryWordAPageAsksFor_IsThere()
    {
        var words = Read("zh-CN", "screens.json").Keys.Concat(Read("zh-CN", "console.json").Keys).ToHashSet();
        var folder = Repository.At("src", "CareCatalog.Web", "wwwroot");
        var asked = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).SelectMany(file => Asked().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value));
        Assert.All(asked, key => Assert.Contains(key, words));
    }

    [Fact]
    public void Scripts_SetTextAsTextOnly()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.At("src", "CareCatalog.Web", "wwwroot"), "*.js", SearchOption.AllDirectories))
            Assert.DoesNotMatch(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser|setAttribute\('on", File.ReadAllText(file));
    }

    [Fact]
    public void EnglishWords_HaveStraightApostrophes()
    {
        // Chinese fonts draw the curly ones as wide as a character.
        foreach (var file in Directory.EnumerateFiles(Repository.At("dialogs", "en-US")).Where(file => !file.EndsWith(".lex", StringComparison.Ordinal)))
            Assert.DoesNotMatch("[\u2018\u2019]", File.ReadAllText(file));
    }

    private static Dictionary<string, string> Read(string language, string file) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Repository.At("dialogs", language, file)))!;

    private static string[] Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Value).Distinct().Order()];

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(?:\bword\(|data-(?:word|label|hint)=|\bentry\()[""']([a-z0-9_-]+)[""']")]
    private static partial Regex Asked();
}
