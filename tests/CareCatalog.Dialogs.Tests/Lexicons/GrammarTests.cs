using CareCatalog.Dialogs.Lexicons;

namespace CareCatalog.Dialogs.Tests.Lexicons;

/// <summary>Every operator of a <c>.lex</c> file, as dialogs/README.md describes it.</summary>
public class GrammarTests
{
    [Theory]
    [InlineData("打疫苗去哪", "a[0-3]")]
    [InlineData("去打疫苗，打疫苗", "a[1-4] a[5-8]")]
    [InlineData("打预防针", "a[0-4]")]
    [InlineData("打针", "")]
    public void Find_Alternatives_AnyIsFound(string message, string expected) => Check("a: 打疫苗; 打预防针", message, expected);

    [Theory]
    [InlineData("孩子要打针", "a[0-5]")]
    [InlineData("打针的孩子", "")]
    [InlineData("孩子，要打针", "a[0-6]")]
    [InlineData("孩子。打针", "")]
    [InlineData("孩子！打针", "")]
    [InlineData("孩子一二三四五六七八九十打针", "a[0-14]")]
    [InlineData("孩子一二三四五六七八九十一打针", "")]
    public void Find_Ellipsis_BothInOrderNearInOneSentence(string message, string expected) => Check("a: 孩子…打针", message, expected);

    [Theory]
    [InlineData("5岁上学", "a[0-2]")]
    [InlineData("5岁，15岁", "a[0-2]")]
    [InlineData("15岁", "")]
    [InlineData("25", "")]
    [InlineData("第12项", "")]
    public void Find_EntryWithDigit_IsNoPartOfALongerNumber(string message, string expected) => Check("a: 5岁; 第1; 2", message, expected);

    [Theory]
    [InlineData("办底宝", "a[1-3]")]
    [InlineData("办低保", "a[1-3]")]
    [InlineData("坐的士", "")]
    [InlineData("办的式", "")]
    public void Find_TwoCharactersBySound_OnlyWhereAsked(string message, string expected) => Check("a: ~低保; 的事", message, expected);

    [Theory]
    [InlineData("银养餐", "a[0-3]")]
    [InlineData("淘心港湾", "")]
    [InlineData("同星港完", "a[0-4]")]
    public void Find_SoundsTheSouthMerges_AreTheSame(string message, string expected) => Check("a: 营养餐; 童心港湾", message, expected);

    [Theory]
    [InlineData("不是孤儿，不是残疾", "a[0-7]")]
    [InlineData("不是孤儿", "")]
    public void Find_SameWordTwice_NeedsItTwice(string message, string expected) => Check("a: 不是…不是", message, expected);

    [Theory]
    [InlineData("my child has to get a shot", "a[3-26]")]
    [InlineData("the shot for my child", "")]
    [InlineData("my child. a shot", "")]
    [InlineData("my child weighs 3.5 kg, shot", "a[3-28]")]
    [InlineData("my child who was born in another city needs a shot", "")]
    public void Find_EllipsisInEnglish_ReachesFiveWords(string message, string expected) => Check("a: child...shot", message, expected);

    [Theory]
    [InlineData("没钱。要打针", "a[0-6]")]
    [InlineData("打针，可是没钱", "a[0-7]")]
    [InlineData("没钱", "")]
    public void Find_Plus_BothAnywhere(string message, string expected) => Check("a: 打针+没钱", message, expected);

    [Theory]
    [InlineData("娃要打针", "a[0-4]")]
    [InlineData("孩子打疫苗", "a[0-5]")]
    [InlineData("老人打针", "")]
    public void Find_Bar_BindsClosest(string message, string expected) => Check("a: 孩子|娃…打针|打疫苗", message, expected);

    [Theory]
    [InlineData("宝宝打针", "a[0-4]")]
    [InlineData("小娃打针", "a[0-4]")]
    [InlineData("狗打针", "")]
    public void Find_Class_AnyOfItsWords(string message, string expected) => Check("{child}: 宝宝; 娃; 小娃\na: {child}…打针", message, expected);

    [Theory]
    [InlineData("小宝班", "a[0-3]")]
    [InlineData("小娃班", "a[0-3]")]
    [InlineData("小班", "")]
    public void Find_ClassBesideLetters_StandsWithin(string message, string expected) => Check("{child}: 宝; 娃\na: 小{child}班", message, expected);

    [Theory]
    [InlineData("孩子打针", "a[0-4]")]
    [InlineData("孩子打针，狗也打针", "")]
    [InlineData("猫和孩子打针", "")]
    public void Find_Minus_NotWhenItStandsThere(string message, string expected) => Check("a: 孩子…打针 -狗 -猫", message, expected);

    [Fact]
    public void Find_QuestionMark_IsWeak()
    {
        using var lexica = Lexica.Of("a?: 补助\nb: 低保");
        Assert.Equal(MentionStrength.Weak, Assert.Single(lexica.Mentions("补助")).Strength);
        Assert.Equal(MentionStrength.Strong, Assert.Single(lexica.Mentions("低保")).Strength);
    }

    [Fact]
    public void Read_CommentsBlankLinesAndRepeatedIds_AreFine()
    {
        using var lexica = Lexica.Of("# head\n\na: 低保 # why\na: 救助\n");
        Assert.Empty(lexica.Problems);
        Assert.Equal("a[0-2] a[2-4]", lexica.Find("低保救助"));
    }

    [Theory]
    [InlineData("just words")]
    [InlineData(": 低保")]
    [InlineData("a: {unknown}…低保")]
    [InlineData("a: …")]
    public void Read_DamagedLine_NamesFileAndLine(string line)
    {
        using var lexica = Lexica.Of($"# head\n{line}\n");
        var problem = Assert.Single(lexica.Problems);
        Assert.Equal(("dialogs/zh-CN/words.lex", 2), (problem.File, problem.Line));
    }

    [Theory]
    [InlineData("疫苗接種", "a[0-4]")]
    [InlineData("ＨＰＶ", "b[0-3]")]
    [InlineData("HPV", "b[0-3]")]
    [InlineData("疫 苗接种", "a[0-5]")]
    public void Find_OtherForms_AreFolded(string message, string expected) => Check("a: 疫苗接种\nb: hpv", message, expected);

    [Theory]
    [InlineData("vaccines", "a[0-8]")]
    [InlineData("moving house", "b[0-12]")]
    [InlineData("moved houses", "b[0-12]")]
    [InlineData("move-house", "b[0-10]")]
    [InlineData("move. house", "")]
    [InlineData("vaccinate", "")]
    public void Find_English_MeetsByStem(string message, string expected) => Check("a: vaccine\nb: move house", message, expected);

    [Theory]
    [InlineData("kindergaten")]
    [InlineData("kindergarden")]
    [InlineData("kindergrten")]
    [InlineData("kindregarten")]
    [InlineData("kkindergarten")]
    public void Find_OneSlip_IsPutRight(string message)
    {
        using var lexica = Lexica.Of("a: kindergarten");
        Assert.Equal("a", Assert.Single(lexica.Mentions(message)).Id);
    }

    [Theory]
    [InlineData("gindergarten")]
    [InlineData("kindrgrten")]
    [InlineData("pot")]
    public void Find_TwoSlipsOrFirstLetterOrShortWord_IsLeft(string message)
    {
        using var lexica = Lexica.Of("a: kindergarten\nb: post");
        Assert.Empty(lexica.Mentions(message));
    }

    [Theory]
    [InlineData("护右健康", true)]
    [InlineData("huyou jiankang", true)]
    [InlineData("huyoujiankang", true)]
    [InlineData("护佑健康", false)]
    public void Find_BySound_FromThreeSyllables(string message, bool bySound)
    {
        using var lexica = Lexica.Of("a: 护佑健康");
        var mention = Assert.Single(lexica.Mentions(message));
        Assert.Equal(bySound ? MentionStrength.Sound : MentionStrength.Strong, mention.Strength);
    }

    [Theory]
    [InlineData("地堡", "")]
    [InlineData("dibao", "a[0-5]")]
    [InlineData("di bao", "a[0-6]")]
    [InlineData("Di Bao", "a[0-6]")]
    public void Find_TwoSyllables_CountInLatinLettersOnly(string message, string expected) => Check("a: 低保", message, expected);

    [Fact]
    public void Find_BothLanguages_AreOneLexicon()
    {
        using var lexica = Lexica.Of("a: 疫苗", "a: vaccine");
        Assert.Equal("a[0-2] a[2-9]", lexica.Find("疫苗vaccine"));
    }

    [Fact]
    public void Find_Masked_InnerWordDoesNotCount()
    {
        using var lexica = Lexica.Of("danger: 跳楼\nsafe: 跳楼机");
        var scan = lexica.Set.Scan("跳楼机好玩，想跳楼");
        var masks = lexica.Set["words"].Find(scan).Where(mention => mention.Id == "safe").ToList();
        Assert.Equal([7], lexica.Set["words"].Find(scan, masks).Where(mention => mention.Id == "danger").Select(mention => mention.Start));
    }

    [Theory]
    [InlineData(0, 2, 0, 4, true)]
    [InlineData(0, 4, 0, 4, false)]
    [InlineData(2, 5, 0, 4, false)]
    public void IsSwallowedBy_Longer_OnlyWhenWhollyWithin(int start, int end, int otherStart, int otherEnd, bool swallowed)
    {
        var one = new Mention("a", start, end, 1, MentionStrength.Strong, true, "");
        var other = new Mention("b", otherStart, otherEnd, 1, MentionStrength.Strong, true, "");
        Assert.Equal(swallowed, one.IsSwallowedBy(other));
        Assert.False(one.IsSwallowedBy(other with { IsWhole = false }));
    }

    [Fact]
    public void Find_Weight_GrowsWithWhatIsMatched()
    {
        using var lexica = Lexica.Of("a: 低保; 最低生活保障; minimum living allowance");
        Assert.Equal([2, 6, 6], new[] { "低保", "最低生活保障", "minimum living allowance" }.Select(message => lexica.Mentions(message).Max(mention => mention.Weight)));
    }

    private static void Check(string lines, string message, string expected)
    {
        using var lexica = Lexica.Of(lines);
        Assert.Empty(lexica.Problems);
        Assert.Equal(expected, lexica.Find(message));
    }
}
