using System.Text;
using CareCatalog.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace CareCatalog.Channels.Tests;

public sealed class TextPiecesTests
{
    [Theory]
    [InlineData("", 10, "")]
    [InlineData("一句。", 10, "一句。")]
    [InlineData("第一句话。第二句话。", 20, "第一句话。|第二句话。")]
    [InlineData("第一行\n第二行\n第三行", 20, "第一行\n第二行|第三行")]
    [InlineData("一二三四五六七八九十", 9, "一二三|四五六|七八九|十")]
    [InlineData("甲，乙丙丁戊", 12, "甲，乙丙|丁戊")]
    [InlineData("甲乙丙，丁戊", 15, "甲乙丙，|丁戊")]
    [InlineData("👶👶👶", 8, "👶👶|👶")]
    [InlineData("first one. second one", 14, "first one.|second one")]
    public void Split_LongText_EndsAtASentenceWhereItCan(string text, int most, string pieces) =>
        Assert.Equal(pieces.Split('|'), TextPieces.Split(text, most, TextPieces.Bytes));

    [Fact]
    public void Split_AnyText_FitsAndLosesNothingButBlanks() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000),
        Prop.ForAll(Texts.Any(), text =>
        {
            var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            var pieces = TextPieces.Split(whole, 24, TextPieces.Bytes);
            static string Dense(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
            return pieces.All(piece => Encoding.UTF8.GetByteCount(piece) <= 24) && Dense(string.Concat(pieces)) == Dense(whole);
        }));
}
