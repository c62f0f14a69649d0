using CareCatalog.Search.Text;

namespace CareCatalog.Search.Tests.Text;

public class StemmerTests
{
    [Theory]
    [InlineData("vaccines", "vaccine")]
    [InlineData("children's", "children")]
    [InlineData("babies", "baby")]
    [InlineData("moving", "move")]
    [InlineData("moved", "move")]
    [InlineData("moves", "move")]
    [InlineData("stopping", "stop")]
    [InlineData("stopped", "stop")]
    [InlineData("calling", "call")]
    [InlineData("called", "call")]
    [InlineData("classes", "class")]
    [InlineData("boxes", "box")]
    [InlineData("lunches", "lunch")]
    [InlineData("wishes", "wish")]
    [InlineData("hospitals", "hospital")]
    [InlineData("studied", "study")]
    [InlineData("studies", "study")]
    [InlineData("applying", "apply")]
    [InlineData("fees", "fee")]
    [InlineData("living", "live")]
    public void Stem_Form_MeetsItsWord(string form, string word) => Assert.Equal(Stemmer.Stem(word), Stemmer.Stem(form));

    [Theory]
    [InlineData("university", "universal")]
    [InlineData("bus", "bu")]
    [InlineData("this", "thi")]
    [InlineData("class", "clas")]
    [InlineData("sing", "s")]
    [InlineData("bed", "b")]
    [InlineData("status", "statu")]
    public void Stem_OtherWord_StaysApart(string one, string other) => Assert.NotEqual(Stemmer.Stem(other), Stemmer.Stem(one));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("it")]
    [InlineData("isn't")]
    [InlineData("don't")]
    [InlineData("bus")]
    [InlineData("this")]
    public void Stem_ShortOrContracted_StaysAsItIs(string word) => Assert.Equal(word, Stemmer.Stem(word));
}
