using CareCatalog.Search.Text;

namespace CareCatalog.Search.Tests.Text;

public class PhraseTableTests
{
    private static readonly PhraseTable<int> Table = new(new Dictionary<string, int> { ["学"] = 1, ["学前"] = 2, ["学前教育"] = 4, ["教育"] = 22, [new string('长', 80)] = 80 });

    [Theory]
    [InlineData("学前教育局", 0, "1 2 4")]
    [InlineData("学前教育局", 1, "")]
    [InlineData("学前教育局", 2, "22")]
    [InlineData("学", 0, "1")]
    public void At_Position_GivesEveryPhraseShorterFirst(string text, int start, string expected)
    {
        var found = new List<int>();
        foreach (var (_, value) in Table.At(text, start)) found.Add(value);
        Assert.Equal(expected, string.Join(' ', found));
    }

    [Theory]
    [InlineData("学前", true)]
    [InlineData("学前教", false)]
    [InlineData("", false)]
    public void TryGet_Phrase_KnowsWholePhrasesOnly(string phrase, bool known) => Assert.Equal(known, Table.TryGet(phrase, out _));

    [Fact]
    public void Count_Table_IsNumberOfPhrases() => Assert.Equal(5, Table.Count);
}
