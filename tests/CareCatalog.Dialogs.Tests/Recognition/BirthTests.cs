namespace CareCatalog.Dialogs.Tests.Recognition;

/// <summary>Births as dates, years and animals of the zodiac, judged on 22 November 2026.</summary>
public class BirthTests
{
    [Theory]
    [InlineData("2023年11月21日出生", "36-36")]
    [InlineData("2023年11月22日出生", "36-36")]
    [InlineData("2023年11月23日出生", "35-35")]
    [InlineData("2019年11月22日生", "84-84")]
    [InlineData("2019年11月23日生", "83-83")]
    [InlineData("2020年9月生的", "73-74")]
    [InlineData("2021年生的", "58-70")]
    [InlineData("19年9月生", "85-86")]
    [InlineData("孩子2020-09-01出生", "74-74")]
    [InlineData("孩子2020.9.1出生", "74-74")]
    [InlineData("孩子2020/9/1生", "74-74")]
    [InlineData("生日20200831", "74-74")]
    [InlineData("二〇二一年三月生", "67-68")]
    [InlineData("born in March 2021", "67-68")]
    [InlineData("born 2020-09-01", "74-74")]
    [InlineData("born September 2020", "73-74")]
    [InlineData("my kid was born on August 31, 2020", "74-74")]
    [InlineData("my kid was born on 31 August 2020", "74-74")]
    public void Read_Birth_GivesCompletedMonths(string text, string months) => Assert.Equal(months, Child.MonthsOf(text));

    [Theory]
    [InlineData("小的去年春天的", "17-21")]
    [InlineData("老二前年冬天生的", "22-24")]
    [InlineData("前年三月生的", "31-32")]
    [InlineData("大前年秋天的", "35-39")]
    public void Read_BirthByYearsAgo_GivesTheAgesItCanBe(string text, string months) => Assert.Equal(months, Child.MonthsOf(text));

    [Theory]
    [InlineData("去年冬天的衣服还能穿")]
    [InlineData("去年春天来的青岛")]
    public void Read_YearsAgoOfSomethingElse_IsNoBirth(string text) => Assert.Empty(Desk.Read(text).Children);

    [Theory]
    [InlineData("预产期明年3月", "0-0")]
    [InlineData("我怀孕六个月了", "0-0")]
    [InlineData("宝宝2027年2月出生", "0-0")]
    public void Read_BirthToCome_IsANewborn(string text, string months) => Assert.Equal(months, Child.MonthsOf(text));

    // Years of the rabbit: 22 January 2023 to 9 February 2024, and 2011.
    [Theory]
    [InlineData("孩子属兔", 40)]
    [InlineData("属龙的孩子", 28)]
    [InlineData("孩子属猪", 88)]
    [InlineData("year of the rabbit", 40)]
    public void Read_Zodiac_HoldsTheMiddleOfTheLatestYear(string text, int months)
    {
        var ages = Assert.Single(Desk.Read(text).Children).Ages!.Value;
        Assert.True(ages.FromMonths <= months && months <= ages.ToMonths, $"{ages}");
        Assert.InRange(ages.ToMonths - ages.FromMonths, 1, 13);
    }

    [Theory]
    [InlineData("2021年3月搬到青岛")]
    [InlineData("2020年的政策")]
    [InlineData("2026-11-22")]
    [InlineData("文号〔2025〕10号")]
    [InlineData("since May 2021 we live in Qingdao")]
    public void Read_OtherDate_IsNoBirth(string text) => Assert.All(Desk.Read(text).Children, child => Assert.Null(child.Ages));

    [Theory]
    [InlineData("2020年2月31日生")]
    [InlineData("2020年13月1日生")]
    [InlineData("生日20200931")]
    [InlineData("生日20201399")]
    [InlineData("born 2020-00-00")]
    [InlineData("born 31 February 2021")]
    public void Read_ImpossibleDate_GivesNoImpossibleAge(string text) =>
        Assert.All(Desk.Read(text).Children, child => Assert.InRange(child.Ages?.ToMonths ?? 0, child.Ages?.FromMonths ?? 0, 240));
}
