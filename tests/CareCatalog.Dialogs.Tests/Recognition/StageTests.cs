namespace CareCatalog.Dialogs.Tests.Recognition;

/// <summary>Grades, classes and school entry: at school from 1 September of the year in which it is 6 by 31 August.</summary>
public class StageTests
{
    [Theory]
    [InlineData("2020年8月31日生", "Compulsory")]
    [InlineData("2020年9月1日生", "Preschool")]
    [InlineData("2020年8月生的孩子", "Compulsory")]
    [InlineData("2020年9月生的", "Preschool")]
    [InlineData("born on August 31, 2020", "Compulsory")]
    [InlineData("born on 1 September 2020", "Preschool")]
    [InlineData("孩子6岁零1个月", "Preschool")]
    [InlineData("孩子6岁零3个月", "Compulsory")]
    [InlineData("孩子6岁零2个月", "Preschool Compulsory")]
    [InlineData("孩子6岁", "Preschool Compulsory")]
    [InlineData("孩子7岁", "Compulsory")]
    [InlineData("孩子2岁", "Infancy")]
    [InlineData("明天满3岁", "Infancy")]
    [InlineData("今天满3岁", "Preschool")]
    public void Read_AgeOrBirth_GivesTheStageOfTheSchoolYear(string text, string stages) => Assert.Equal(stages, Child.StagesOf(text));

    [Theory]
    [InlineData(2026, 8, 31, "Preschool")]
    [InlineData(2026, 9, 1, "Compulsory")]
    public void Read_SameBirthOnOtherDays_ChangesOnTheFirstOfSeptember(int year, int month, int day, string stages) =>
        Assert.Equal(stages, Child.StagesOf("2020年5月5日生", new DateTimeOffset(year, month, day, 12, 0, 0, TimeSpan.FromHours(8))));

    // Half past four in the afternoon of the 21st in London is the 22nd in China.
    [Fact]
    public void Read_Today_IsChinas()
    {
        var late = new DateTimeOffset(2026, 11, 21, 16, 30, 0, TimeSpan.Zero);
        Assert.Equal("36-36", Child.MonthsOf("2023年11月22日生", late));
        Assert.Equal("35-35", Child.MonthsOf("2023年11月22日生", late.AddHours(-1)));
    }

    [Theory]
    [InlineData("孩子上小班", "Preschool")]
    [InlineData("上大班", "Preschool")]
    [InlineData("孩子在上幼儿园", "Preschool")]
    [InlineData("小学三年级", "Compulsory")]
    [InlineData("孩子读初二", "Compulsory")]
    [InlineData("九年级", "Compulsory")]
    [InlineData("高一学生", "SeniorHigh")]
    [InlineData("高三", "SeniorHigh")]
    [InlineData("读中专一年级", "Vocational")]
    [InlineData("孩子念技校", "Vocational")]
    [InlineData("my son is in 2nd grade", "Compulsory")]
    [InlineData("he is in third grade", "Compulsory")]
    [InlineData("daughter in grade 9", "Compulsory")]
    [InlineData("grade 10 student", "SeniorHigh")]
    [InlineData("kid in kindergarten", "Preschool")]
    [InlineData("vocational school student", "Vocational")]
    public void Read_GradeOrClass_GivesStage(string text, string stages) => Assert.Equal(stages, Child.StagesOf(text));

    [Theory]
    [InlineData("小学三年级", 98, 121)]
    [InlineData("孩子读初二", 158, 181)]
    [InlineData("2nd grade", 86, 109)]
    public void Read_Grade_GivesItsUsualAges(string text, int from, int to)
    {
        var ages = Assert.Single(Desk.Read(text).Children).Ages!.Value;
        Assert.Equal((from, to), (ages.FromMonths, ages.ToMonths));
    }

    [Theory]
    [InlineData("明年上小学")]
    [InlineData("幼升小")]
    [InlineData("starting school next year")]
    public void Read_EnteringSchool_MayBeBoth(string text)
    {
        var stages = Assert.Single(Desk.Read(text).Children).Stages;
        Assert.Contains(Stage.Compulsory, stages);
        Assert.DoesNotContain(Stage.SeniorHigh, stages);
    }

    [Theory]
    [InlineData("初中毕业了，想读中专", "Vocational")]
    [InlineData("别给我发高中的，孩子读初二", "Compulsory")]
    public void Read_StageLeftOrWavedAway_IsNotCounted(string text, string stages) => Assert.Equal(stages, Child.StagesOf(text));
}
