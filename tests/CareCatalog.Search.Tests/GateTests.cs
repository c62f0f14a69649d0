namespace CareCatalog.Search.Tests;

/// <summary>Eligibility: what is known can fit or speak against a row; what is not known never does.</summary>
public class GateTests
{
    private static readonly JurisdictionCode Chaoyang = JurisdictionCode.Parse("211300");
    private static readonly JurisdictionCode Jianping = JurisdictionCode.Parse("211322");
    private static readonly JurisdictionCode Beipiao = JurisdictionCode.Parse("211381");

    [Fact]
    public void Judge_RowForEveryone_IsOpen() => Assert.Equal(Fit.Open, Gate.Judge(Eligibility.Everyone, Query()));

    [Theory]
    [InlineData(0, Fit.Fits)]
    [InlineData(83, Fit.Fits)]
    [InlineData(84, Fit.OnlyWhenNamed)]
    [InlineData(200, Fit.OnlyWhenNamed)]
    public void Judge_AgeAtTheEdge_DecidesByTheMonth(int months, Fit expected) =>
        Assert.Equal(expected, Gate.Judge(new Eligibility { Ages = AgeRange.Years(0, 6) }, Query() with { Seekers = [Aged(months)] }));

    [Fact]
    public void Judge_AgeUnknown_IsOpen() =>
        Assert.Equal(Fit.Open, Gate.Judge(new Eligibility { Ages = AgeRange.Years(3, 6) }, Query() with { Seekers = [new Seeker(null, [Stage.Preschool])] }));

    [Fact]
    public void Judge_AgeForPartOnly_NeverExcludes() =>
        Assert.Equal(Fit.Open, Gate.Judge(new Eligibility { Ages = AgeRange.Years(3, 6), AgesForPartOnly = true }, Query() with { Seekers = [Aged(120)] }));

    [Fact]
    public void Judge_OneOfTwoChildrenFits_Fits() =>
        Assert.Equal(Fit.Fits, Gate.Judge(new Eligibility { Ages = AgeRange.Years(3, 6) }, Query() with { Seekers = [Aged(150), Aged(50)] }));

    [Theory]
    [InlineData(Stage.Compulsory, Fit.Fits)]
    [InlineData(Stage.SeniorHigh, Fit.OnlyWhenNamed)]
    public void Judge_Stage_DecidesAsAnAgeDoes(Stage stage, Fit expected) =>
        Assert.Equal(expected, Gate.Judge(new Eligibility { Stages = [Stage.Compulsory] }, Query() with { Seekers = [new Seeker(null, [stage])] }));

    [Fact]
    public void Judge_AgeFitsButStageDoesNot_IsOnlyWhenNamed() => Assert.Equal(Fit.OnlyWhenNamed, Gate.Judge(
        new Eligibility { Ages = AgeRange.Years(3, 6), Stages = [Stage.Preschool] },
        Query() with { Seekers = [new Seeker(new AgeRange(75, 75), [Stage.Compulsory])] }));

    [Fact]
    public void Judge_CircumstanceStated_Fits() =>
        Assert.Equal(Fit.Fits, Gate.Judge(Restricted("orphan", "disabled"), Query() with { Circumstances = ["disabled"] }));

    [Fact]
    public void Judge_CircumstanceNotMentioned_IsOnlyWhenNamed() => Assert.Equal(Fit.OnlyWhenNamed, Gate.Judge(Restricted("orphan"), Query()));

    [Fact]
    public void Judge_CircumstanceOfPartOnly_IsOpen() =>
        Assert.Equal(Fit.Open, Gate.Judge(Restricted("hardship") with { CircumstancesForPartOnly = true }, Query()));

    [Fact]
    public void Judge_CircumstanceDenied_IsExcluded() =>
        Assert.Equal(Fit.Excluded, Gate.Judge(Restricted("orphan"), Query() with { Denied = ["orphan"] }));

    [Fact]
    public void Judge_OneOfTwoCircumstancesDeniedAndNoneHeld_IsExcluded() =>
        Assert.Equal(Fit.Excluded, Gate.Judge(Restricted("orphan", "disabled"), Query() with { Denied = ["orphan"] }));

    [Fact]
    public void Judge_PartDenied_IsOpen() => Assert.Equal(
        Fit.Open, Gate.Judge(Restricted("hardship") with { CircumstancesForPartOnly = true }, Query() with { Denied = ["hardship"] }));

    [Fact]
    public void Judge_OtherCounty_IsExcluded() =>
        Assert.Equal(Fit.Excluded, Gate.Judge(new Eligibility { Counties = [Jianping] }, Query() with { County = Beipiao }));

    [Fact]
    public void Judge_OwnCountyOrCountyUnknown_IsOpen()
    {
        Assert.Equal(Fit.Open, Gate.Judge(new Eligibility { Counties = [Jianping] }, Query() with { County = Jianping }));
        Assert.Equal(Fit.Open, Gate.Judge(new Eligibility { Counties = [Jianping] }, Query()));
    }

    private static SearchQuery Query() => new() { Jurisdiction = Chaoyang };

    private static Eligibility Restricted(params string[] circumstances) => new() { Circumstances = circumstances };

    private static Seeker Aged(int months) => new(new AgeRange(months, months), []);
}
