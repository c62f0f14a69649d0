namespace CareCatalog.Dialogs.Tests.Recognition;

/// <summary>Needs by everyday words, by sound, in pinyin, traditional characters, misspelt, in English.</summary>
public class NeedTests
{
    [Theory]
    [InlineData("孩子打针在哪", "vaccination")]
    [InlineData("打预防针", "vaccination")]
    [InlineData("上幼儿园", "kindergarten-place")]
    [InlineData("幼稚园", "kindergarten-place")]
    [InlineData("入托", "childcare")]
    [InlineData("送托儿所", "childcare")]
    [InlineData("上小学", "school-place")]
    [InlineData("两免一补", "school-fee-waiver")]
    [InlineData("营养餐", "school-meals")]
    [InlineData("中考", "zhongkao")]
    [InlineData("异地高考", "gaokao")]
    [InlineData("公租房", "public-rental")]
    [InlineData("租房补贴", "public-rental")]
    [InlineData("异地就医", "cross-region-settlement")]
    [InlineData("家庭医生", "family-doctor")]
    [InlineData("心理辅导", "counselling")]
    [InlineData("康复训练", "disability-rehab")]
    [InlineData("特殊学校", "special-education")]
    [InlineData("怎么申请低保", "dibao")]
    [InlineData("临时救助", "temporary-aid")]
    [InlineData("失业登记", "unemployment-registration")]
    [InlineData("找工作", "parent-jobs")]
    [InlineData("公交卡", "transport")]
    public void Read_EverydayWord_NamesTheNeed(string text, string need) => Assert.Contains(need, Named(text));

    [Theory]
    [InlineData("接種疫苗", "vaccination")]
    [InlineData("上幼兒園", "kindergarten-place")]
    [InlineData("ｙｉｍｉａｏ", "vaccination")]
    [InlineData("dayimiao", "vaccination")]
    [InlineData("da yi miao", "vaccination")]
    [InlineData("youeryuan", "kindergarten-place")]
    [InlineData("公组房", "public-rental")]
    [InlineData("给办个底宝", "dibao")]
    [InlineData("呼又健康那个保险", "orphan-insurance")]
    [InlineData("学校的银养餐", "school-meals")]
    [InlineData("家庭医声", "family-doctor")]
    public void Read_OtherScriptOrSound_NamesTheNeed(string text, string need) => Assert.Contains(need, Named(text));

    [Theory]
    [InlineData("vaccine", "vaccination")]
    [InlineData("vaccines for my baby", "vaccination")]
    [InlineData("vacine", "vaccination")]
    [InlineData("kindergarten", "kindergarten-place")]
    [InlineData("kindergaten", "kindergarten-place")]
    [InlineData("school meals", "school-meals")]
    [InlineData("public housing", "public-rental")]
    [InlineData("health insurance", "medical-insurance")]
    [InlineData("special education", "special-education")]
    [InlineData("job training", "job-training")]
    [InlineData("family doctor", "family-doctor")]
    public void Read_English_NamesTheNeed(string text, string need) => Assert.Contains(need, Named(text));

    [Theory]
    [InlineData("护照")]
    [InlineData("房贷")]
    [InlineData("股票")]
    [InlineData("驾照")]
    [InlineData("今天天气怎么样")]
    public void Read_OutsideTheLists_NamesNoNeed(string text)
    {
        Assert.Empty(Named(text));
        Assert.NotNull(Desk.Read(text).Needs.Outside);
    }

    [Fact]
    public void Read_BenefitDenied_IsNotWanted()
    {
        var needs = Desk.Read("我们没有低保").Needs;
        Assert.DoesNotContain("dibao", needs.Needs.Select(need => need.Id));
        Assert.Contains("dibao", needs.Denied);
    }

    [Fact]
    public void Read_LongerNameCoversShorter_TheLongerWins()
    {
        Assert.Equal("unemployment-registration", Desk.Read("失业登记").Needs.Needs[0].Id);
        Assert.Equal("disability-allowance", Desk.Read("残疾人补贴").Needs.Needs[0].Id);
    }

    [Fact]
    public void Read_WeakWordAlone_NamesNothingOutright() => Assert.False(Desk.Read("有什么补助").Needs.IsNamed);

    [Theory]
    [InlineData("孩子打疫苗")]
    [InlineData("住院报销，还有公租房和低保")]
    public void Read_Needs_AreSortedAndEachOnce(string text)
    {
        var needs = Desk.Read(text).Needs.Needs;
        Assert.Equal(needs.Select(need => need.Id).Distinct().Count(), needs.Count);
        Assert.Equal(needs.OrderByDescending(need => need.Weight).Select(need => need.Weight), needs.Select(need => need.Weight));
        Assert.All(needs, need => Assert.True(need.Weight > 0));
    }

    private static List<string> Named(string text) => [.. Desk.Read(text).Needs.Needs.Where(need => need.IsNamed).Select(need => need.Id)];
}
