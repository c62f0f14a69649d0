using CareCatalog.Dialogs.Recognition;
using FsCheck;
using FsCheck.Fluent;

namespace CareCatalog.Dialogs.Tests.Recognition;

public class SchoolYearTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData(2023, 11, 22, "Preschool")]
    [InlineData(2023, 11, 23, "Infancy")]
    [InlineData(2020, 9, 1, "Preschool")]
    [InlineData(2020, 8, 31, "Compulsory")]
    [InlineData(2011, 9, 1, "Compulsory")]
    [InlineData(2011, 8, 31, "SeniorHigh Vocational")]
    [InlineData(2008, 9, 1, "SeniorHigh Vocational")]
    [InlineData(2005, 1, 1, "")]
    public void StagesOfBirths_OneDay_FollowsTheCutOff(int year, int month, int day, string stages)
    {
        var born = new DateOnly(year, month, day);
        Assert.Equal(stages, string.Join(' ', SchoolYear.StagesOfBirths(born, born, Today)));
    }

    [Fact]
    public void StagesAt_AnyMonth_HoldsTheStagesOfItsBirths() => Prop.ForAll(
        Arb.From(from days in Gen.Choose(0, 19 * 365) from later in Gen.Choose(0, 800) select (Today.AddDays(later), days)), sample =>
        {
            var (today, days) = sample;
            var born = today.AddDays(-days);
            var age = SchoolYear.MonthsBetween(born, today);
            return SchoolYear.StagesOfBirths(born, born, today).All(SchoolYear.StagesAt(new AgeRange(age, age), today).Contains);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2026-11-22", "2026-11-22", 0)]
    [InlineData("2026-10-23", "2026-11-22", 0)]
    [InlineData("2026-10-22", "2026-11-22", 1)]
    [InlineData("2024-02-29", "2025-02-28", 11)]
    [InlineData("2024-02-29", "2025-03-01", 12)]
    public void MonthsBetween_Days_CountsCompletedMonths(string born, string today, int months) =>
        Assert.Equal(months, SchoolYear.MonthsBetween(DateOnly.Parse(born), DateOnly.Parse(today)));

    [Fact]
    public void AgesInGrade_EachGrade_IsAYearLater()
    {
        for (var grade = 1; grade < 12; grade++)
            Assert.Equal(12, SchoolYear.AgesInGrade(grade + 1, Today).FromMonths - SchoolYear.AgesInGrade(grade, Today).FromMonths);
        Assert.True(SchoolYear.AgesInGrade(1, Today).Covers(new AgeRange(75, 86)));
    }
}
