namespace CareCatalog.Dialogs.Tests;

/// <summary>Who quotes a document is shown what holds the quotation; who asks which list says something, whichever list does.</summary>
public class QuotationTests
{
    [Theory]
    [InlineData("辅助器具进校园工程 谁实施", "000000", "000000-12")]
    [InlineData("民函〔2025〕35号 索引里哪一条用到", null, "000000-17")]
    [InlineData("“30种常见重大疾病”是哪个市的表述", null, "371700-10")]
    [InlineData("哪份清单提过法庭开放日", null, "370200-20")]
    [InlineData("Which of the five lists offers tea art and flower arranging courses?", null, "220100-32")]
    public void Ask_Quotation_ShowsTheRowThatHoldsIt(string text, string? place, string row) => Assert.Equal(row, Desk.Ask(text, place).Matches[0].Id);

    [Theory]
    [InlineData("2月20日菏泽那个文件，儿童友好城市是谁来抓", "371700-p13")]
    [InlineData("去年9月18号长春印发的通知，个人隐私提了没", "220100-p03")]
    public void Ask_QuotationOfAPassage_ShowsIt(string text, string passage) => Assert.Equal(passage, Desk.Ask(text).Passages[0]);

    [Fact]
    public void Ask_TurnOfPhraseOfManyRows_IsNoQuotation() => Assert.Equal("370200-02", Desk.Ask("青岛 3岁 符合条件的流动儿童 幼儿园").Matches[0].Id);

    [Fact]
    public void Ask_SeveralRows_ShowsEach() => Assert.Equal(["211300-11", "211300-29"], Desk.Ask("辽宁朝阳市清单 11和29 各归哪个局").Matches.Select(match => match.Id));

    [Fact]
    public void Ask_TwoBodiesUnderOneName_ShowsWhatTheyShare() => Assert.Equal(["370200-18", "370200-20"], Desk.Ask("青岛两院名下的条目").Matches.Select(match => match.Id));
}
