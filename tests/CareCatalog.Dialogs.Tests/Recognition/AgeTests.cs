namespace CareCatalog.Dialogs.Tests.Recognition;

/// <summary>Ages in completed months, judged on 22 November 2026.</summary>
public class AgeTests
{
    [Theory]
    [InlineData("孩子4岁", "48-59")]
    [InlineData("孩子四岁了", "48-59")]
    [InlineData("娃３周岁", "36-47")]
    [InlineData("孩子十一岁", "132-143")]
    [InlineData("孩子两岁", "24-35")]
    [InlineData("我家娃四岁半", "52-56")]
    [InlineData("宝宝一岁八个月", "20-20")]
    [InlineData("孩子两岁零三个月", "27-27")]
    [InlineData("孩子3岁多", "36-47")]
    [InlineData("孩子五六岁", "60-83")]
    [InlineData("3-4岁的孩子", "36-59")]
    [InlineData("三到四岁", "36-59")]
    [InlineData("孩子...4岁", "48-59")]
    [InlineData("my son is 4", "48-59")]
    [InlineData("my 4-year-old daughter", "48-59")]
    [InlineData("3yo girl", "36-47")]
    [InlineData("my 2 yo", "24-35")]
    [InlineData("ten year old boy", "120-131")]
    [InlineData("my son is eleven", "132-143")]
    [InlineData("a boy, 11, at school in Qingdao", "132-143")]
    [InlineData("my 16-year-old", "192-203")]
    [InlineData("my son is four and a half", "52-56")]
    [InlineData("my son is four and a half years old", "52-56")]
    [InlineData("my daughter is almost three", "33-35")]
    [InlineData("my girl is not yet 3", "24-35")]
    [InlineData("a 2.5 year old boy", "30-31")]
    public void Read_Years_GivesTheMonthsOfTheYear(string text, string months) => Assert.Equal(months, Child.MonthsOf(text));

    [Theory]
    [InlineData("宝宝18个月", "18-18")]
    [InlineData("宝宝十个月大", "10-10")]
    [InlineData("宝宝七八个月", "7-8")]
    [InlineData("刚满月", "0-1")]
    [InlineData("宝宝百天了", "3-3")]
    [InlineData("孩子6周大", "1-1")]
    [InlineData("刚出生三天", "0-0")]
    [InlineData("40天的宝宝能打疫苗吗", "1-1")]
    [InlineData("宝宝出生20天", "0-0")]
    [InlineData("18 months old baby", "18-18")]
    [InlineData("twin girls, 14 months", "14-14")]
    [InlineData("6 weeks old", "1-1")]
    [InlineData("newborn baby", "0-0")]
    public void Read_MonthsWeeksDays_GivesMonths(string text, string months) => Assert.Equal(months, Child.MonthsOf(text));

    // The borders the lists know: 3, 6 and 7 years.
    [Theory]
    [InlineData("孩子明天满3岁", "35-35")]
    [InlineData("孩子今天满3岁", "36-36")]
    [InlineData("孩子昨天满3岁", "36-36")]
    [InlineData("孩子今天过3岁生日", "36-36")]
    [InlineData("明天就满6岁了", "71-71")]
    [InlineData("今天满6岁", "72-72")]
    [InlineData("昨天刚满6岁", "72-72")]
    [InlineData("明天满7岁", "83-83")]
    [InlineData("今天满7岁", "84-84")]
    [InlineData("昨天满7岁", "84-84")]
    [InlineData("my daughter turned three yesterday", "36-36")]
    [InlineData("he turned 7 today", "84-84")]
    [InlineData("he will be 7 tomorrow", "83-83")]
    public void Read_BirthdayAround_IsExactToTheMonth(string text, string months) => Assert.Equal(months, Child.MonthsOf(text));

    [Theory]
    [InlineData("孩子快3岁了", "33-35")]
    [InlineData("孩子不到3岁", "24-35")]
    [InlineData("还差一个月满6岁", "71-71")]
    [InlineData("下个月满6岁", "71-71")]
    [InlineData("my daughter turns six next month", "71-71")]
    public void Read_AgeToCome_IsBelowIt(string text, string months) => Assert.Equal(months, Child.MonthsOf(text));

    // Born in 2022: 46 to 58 months on the day; 虚岁 counts calendar years.
    [Theory]
    [InlineData("孩子虚岁5岁")]
    [InlineData("虚五岁")]
    public void Read_NominalAge_IsOfTheYearOfBirth(string text)
    {
        var ages = Assert.Single(Desk.Read(text).Children).Ages!.Value;
        Assert.InRange(ages.FromMonths, 46, 47);
        Assert.Equal(58, ages.ToMonths);
    }

    [Theory]
    [InlineData("虚岁7岁，周岁6岁", "72-83")]
    [InlineData("虚岁五岁，实际上四岁", "48-59")]
    public void Read_NominalAndRealAge_TakesTheReal(string text, string months) => Assert.Equal(months, Child.MonthsOf(text));

    [Theory]
    [InlineData("住了8个月")]
    [InlineData("来青岛8个月了")]
    [InlineData("失业6个月了")]
    [InlineData("3个月前搬到长春")]
    [InlineData("我今年35岁")]
    [InlineData("我妈60岁了")]
    [InlineData("交了5年社保")]
    [InlineData("电话是12345")]
    [InlineData("三楼五号")]
    [InlineData("I have lived here for 8 months")]
    [InlineData("I am 35")]
    [InlineData("my wife is 30")]
    [InlineData("we moved two years ago")]
    [InlineData("one of my questions is about housing")]
    public void Read_NoAgeOfAChild_GivesNone(string text) => Assert.All(Desk.Read(text).Children, child => Assert.Null(child.Ages));

    [Theory]
    [InlineData("孩子4岁，来青岛8个月了", "48-59")]
    [InlineData("来青岛三个月，孩子2岁", "24-35")]
    [InlineData("我今年35岁，孩子4岁", "48-59")]
    [InlineData("奶奶70，孙子5岁", "60-71")]
    [InlineData("I am 35 and my son is 6", "72-83")]
    public void Read_AgeBesideOtherNumbers_IsTheChilds(string text, string months) => Assert.Equal(months, Child.MonthsOf(text));

    [Theory]
    [InlineData("孩子0岁")]
    [InlineData("快0岁了")]
    [InlineData("不到0岁")]
    [InlineData("turning 0")]
    [InlineData("孩子99999999999岁")]
    [InlineData("孩子1.2.3岁")]
    [InlineData("孩子-4岁")]
    [InlineData("孩子〇岁")]
    public void Read_OddNumber_GivesNoOddAge(string text) => Assert.All(Desk.Read(text).Children, child =>
    {
        if (child.Ages is not { } ages) return;
        Assert.InRange(ages.FromMonths, 0, ages.ToMonths);
        Assert.InRange(ages.ToMonths, 0, 19 * 12);
    });
}
