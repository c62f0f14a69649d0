using CareCatalog.Search.Text;
using CareCatalog.Testing;

namespace CareCatalog.Search.Tests.Text;

public class AnalyzerTests
{
    [Theory]
    [InlineData("学前教育", "学前 前教 教育")]
    [InlineData("岁", "岁")]
    [InlineData("4岁", "岁 4")]
    [InlineData("医保,报销", "医保 报销")]
    [InlineData("两免一补", "两免 免一 一补")]
    [InlineData("vaccines for kids", "vaccin for kid")]
    [InlineData("打HPV疫苗", "打 疫苗 hpv")]
    [InlineData("", "")]
    [InlineData("😀!?", "")]
    public void Analyze_Text_GivesBigramsStemsAndNumbers(string text, string expected) => Assert.Equal(expected, string.Join(' ', TermsOf(text)));

    [Fact]
    public void Analyze_RepeatedWord_IsCountedEachTime() => Assert.Equal(2, TermsOf("低保，低保").Count(term => term == "低保"));

    private static List<string> TermsOf(string text)
    {
        var terms = new List<string>();
        Analyzer.Analyze(FoldedText.Of(text, OurSeeds.Characters), term => terms.Add(term.ToString()));
        return terms;
    }
}
