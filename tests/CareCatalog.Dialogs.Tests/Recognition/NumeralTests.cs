using CareCatalog.Dialogs.Recognition;
using CareCatalog.Search.Text;
using CareCatalog.Testing;

namespace CareCatalog.Dialogs.Tests.Recognition;

/// <summary>Numbers in digits, Chinese numerals and English words.</summary>
public class NumeralTests
{
    private static readonly NumeralReader Numerals = new(Desk.Lexicons.Lines);

    [Theory]
    [InlineData("4", 4, 4)]
    [InlineData("12", 12, 12)]
    [InlineData("3.5", 3.5, 3.5)]
    [InlineData("３", 3, 3)]
    [InlineData("四", 4, 4)]
    [InlineData("两", 2, 2)]
    [InlineData("俩", 2, 2)]
    [InlineData("十", 10, 10)]
    [InlineData("十一", 11, 11)]
    [InlineData("二十", 20, 20)]
    [InlineData("二十三", 23, 23)]
    [InlineData("一百零五", 105, 105)]
    [InlineData("二〇二一", 2021, 2021)]
    [InlineData("五六", 5, 6)]
    [InlineData("十七八", 17, 18)]
    [InlineData("3-4", 3, 4)]
    [InlineData("3到4", 3, 4)]
    [InlineData("三至五", 3, 5)]
    [InlineData("four", 4, 4)]
    [InlineData("twelve", 12, 12)]
    public void EndingAt_Number_IsRead(string text, double low, double high)
    {
        var number = Numerals.EndingAt(Fold(text), text.Length);
        Assert.Equal((low, high), (number?.Low, number?.High));
    }

    [Theory]
    [InlineData("")]
    [InlineData("岁")]
    [InlineData("1.2.3")]
    [InlineData("9999999999999")]
    [InlineData("children")]
    [InlineData(".")]
    public void EndingAt_NoNumber_GivesNone(string text) => Assert.Null(Numerals.EndingAt(Fold(text), text.Length));

    [Fact]
    public void EndingAt_DigitsBehindChineseNumeral_AreApart() => Assert.Equal(3, Numerals.EndingAt(Fold("老二3"), 3)?.Low);

    [Fact]
    public void EndingAt_Floor_IsNotPassed() => Assert.Equal(3, Numerals.EndingAt(Fold("老二三"), 3, 2)?.High);

    [Fact]
    public void StartingAt_BlanksAndComma_AreSkipped() => Assert.Equal(11, Numerals.StartingAt(Fold("boy, 11,"), 3)?.Low);

    private static FoldedText Fold(string text) => FoldedText.Of(text, OurSeeds.Characters);
}
