using CareCatalog.Search.Text;
using CareCatalog.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace CareCatalog.Search.Tests.Text;

/// <summary>Folding: every position of the folded text is the same position of the original.</summary>
public class FoldedTextTests
{
    [Theory]
    [InlineData("ＡＢＣ１２３", "abc123")]
    [InlineData("幼兒園", "幼儿园")]
    [InlineData("醫療報銷", "医疗报销")]
    [InlineData("Qingdao", "qingdao")]
    [InlineData("４　歲", "4 岁")]
    [InlineData("what’s ‘this’", "what's 'this'")]
    [InlineData("a\tb\0c", "a b c")]
    [InlineData("a\nb", "a\nb")]
    [InlineData("？！，", "?!,")]
    [InlineData("。、", "。、")]
    [InlineData("", "")]
    public void Of_Text_IsFolded(string original, string expected) => Assert.Equal(expected, Fold(original).Text);

    // Not as data of a theory: attributes are stored as UTF-8, which has no lone surrogates.
    [Fact]
    public void Of_Surrogates_KeepsPairsOnly()
    {
        Assert.Equal(" ", Fold("\ud83d").Text);
        Assert.Equal(" ", Fold("\udc76").Text);
        Assert.Equal("a  b", Fold("a\udc76\ud83db").Text);
        Assert.Equal("👶", Fold("👶").Text);
        Assert.Equal(" 👶", Fold("\ud83d👶").Text);
    }

    [Theory]
    [InlineData("4yo boy", "4 yo boy")]
    [InlineData("isn't", "isn't")]
    [InlineData("the child's shots", "the child shot")]
    [InlineData("3.5岁 kids", "3 5 kid")]
    [InlineData("上海abc", "abc")]
    [InlineData("'quoted'", "quot")]
    public void Of_Text_FindsWordsWithStems(string original, string expected) =>
        Assert.Equal(expected, string.Join(' ', Fold(original).Words.Select(word => word.Stem)));

    [Fact]
    public void Of_MixedText_CountsHan() => Assert.Equal(4, Fold("a孩子4岁！😀了b").HanCount);

    [Fact]
    public void Of_AnyText_KeepsLengthAndIsFoldedOnce() =>
        Prop.ForAll(Texts.Any(), text =>
        {
            var folded = Fold(text);
            return folded.Text.Length == text.Length && folded.Original == text && Fold(folded.Text).Text == folded.Text;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_AnyText_WordsLieInOrderWithin() =>
        Prop.ForAll(Texts.Any(), text =>
        {
            var end = 0;
            foreach (var word in Fold(text).Words)
            {
                if (word.Start < end || word.Length <= 0 || word.End > text.Length || word.Stem.Length == 0) return false;
                end = word.End;
            }
            return true;
        }).QuickCheckThrowOnFailure();

    private static FoldedText Fold(string text) => FoldedText.Of(text, OurSeeds.Characters);
}
