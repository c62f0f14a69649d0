namespace CareCatalog.Tests;

public class ErrataTests
{
    [Theory]
    [InlineData("370200-06", "流动儿童", "医疗保障服务")]
    [InlineData("370200-13", "流动儿童中的残疾儿童", "残疾儿童教育服务")]
    [InlineData("370200-18", "流动儿童", "家庭教育指导服务")]
    [InlineData("370200-22", "流动儿童", "儿童关爱保护活动")]
    [InlineData("000000-07", "流动儿童", "医疗保障服务")]
    [InlineData("000000-12", "流动儿童中的残疾儿童", "残疾儿童教育服务")]
    [InlineData("000000-13", "流动儿童中的残疾儿童", "养护、康复等服务")]
    [InlineData("000000-19", "流动儿童", "城市融入服务")]
    [InlineData("220100-13", "流动儿童中的残疾儿童", "残疾儿童教育服务")]
    [InlineData("220100-14", "符合最低生活保障条件的流动儿童", "最低生活保障服务")]
    [InlineData("220100-15", "符合户籍地特困救助供养条件的流动儿童", "特困人员救助供养服务")]
    [InlineData("220100-16", "符合本地临时救助情形的流动儿童", "临时救助服务")]
    [InlineData("220100-17", "流动儿童", "家庭教育指导服务")]
    [InlineData("220100-18", "流动儿童", "家庭教育指导服务")]
    [InlineData("220100-19", "流动儿童", "家庭教育指导服务")]
    [InlineData("220100-20", "流动儿童", "心理健康服务")]
    [InlineData("220100-21", "流动儿童", "心理健康服务")]
    [InlineData("220100-22", "流动儿童", "精神文化生活服务")]
    [InlineData("220100-23", "流动儿童", "精神文化生活服务")]
    [InlineData("220100-24", "流动儿童", "精神文化生活服务")]
    [InlineData("220100-25", "流动儿童", "精神文化生活服务")]
    [InlineData("220100-26", "流动儿童", "精神文化生活服务")]
    [InlineData("220100-27", "流动儿童", "精神文化生活服务")]
    [InlineData("220100-28", "流动儿童", "城市融入服务")]
    [InlineData("220100-29", "流动儿童", "城市融入服务")]
    [InlineData("220100-30", "流动儿童", "城市融入服务")]
    [InlineData("220100-31", "流动儿童", "城市融入服务")]
    [InlineData("220100-32", "流动儿童", "城市融入服务")]
    [InlineData("371700-05", "中等职业教育阶段流动儿童", "中等职业教育助学服务")]
    [InlineData("371700-07", "流动儿童", "医疗保障服务")]
    [InlineData("371700-10", "流动儿童中的社会散居孤儿、事实无人抚养儿童、重点困境儿童", "“护佑健康”孤困儿童大病保险项目服务")]
    [InlineData("371700-12", "流动儿童中的孤儿、事实无人抚养儿童、重点困境儿童、受艾滋病病毒影响儿童", "基本生活保障服务")]
    [InlineData("371700-13", "流动儿童中的残疾儿童", "残疾儿童康复救助及残疾人两项补贴")]
    [InlineData("371700-14", "流动儿童中的残疾儿童", "残疾儿童教育服务")]
    [InlineData("371700-15", "符合最低生活保障条件的流动儿童", "最低生活保障服务")]
    [InlineData("371700-16", "符合户籍地特困救助供养条件的流动儿童", "特困人员救助供养服务")]
    [InlineData("371700-17", "符合本地临时救助情形的流动儿童", "临时救助服务")]
    [InlineData("371700-19", "流动儿童", "家庭教育指导服务")]
    [InlineData("371700-21", "流动儿童", "城市融入服务")]
    [InlineData("211300-18", "符合条件、有康复需求的持证残疾人；符合条件的0-14岁视力、听力、言语、肢体、智力等残疾儿童和孤独症儿童", "扶残助残服务")]
    public void Item_MisprintedRow_HasTheTrueAudienceAndService(string id, string audience, string service)
    {
        var item = Repository.Item(id);
        Assert.Equal((audience, service), (item.Audience, item.Service));
    }

    [Theory]
    [InlineData("220100-20", "开通青少年心理健康门诊", "市教育局 市卫健委")]
    [InlineData("220100-21", "将符合条件的流动儿童纳入精神障碍社区康复服务范围", "市民政局")]
    [InlineData("220100-22", "注重引导流动儿童共同参与学校", "市教育局 市妇联")]
    [InlineData("220100-23", "开展“清朗·暑期未成年人网络环境整治”", "市委网信办")]
    [InlineData("220100-26", "面向全市青少年开展自护教育", "团市委")]
    [InlineData("220100-28", "落实义务教育阶段“两为主、两纳入", "市教育局")]
    [InlineData("220100-29", "动员企业、社会组织", "市民政局")]
    [InlineData("220100-30", "为流动儿童父母提供政策咨询", "市民政局 市人社局")]
    [InlineData("220100-31", "开展流动儿童城市体验活动", "团市委")]
    [InlineData("220100-32", "围绕适合妇女创业就业重点领域", "市妇联")]
    [InlineData("371700-15", "对符合条件的流动儿童家庭纳入最低生活保障范围", "市民政局")]
    [InlineData("371700-16", "提供基本生活条件，对生活不能自理的给予照料", "市民政局")]
    public void Item_SlidRow_HasItsOwnContentAndDepartments(string id, string content, string departments)
    {
        var item = Repository.Item(id);
        Assert.StartsWith(content, item.Content, StringComparison.Ordinal);
        Assert.Equal(departments, string.Join(' ', item.Departments));
    }

    [Theory]
    [InlineData("371700-14", "除包括民发〔2024〕35号文件基础清单相关规定外，将符合条件的流动儿童纳入流入地特殊教育保障范围")]
    [InlineData("220100-08", "积极落实吉林省《“精康融合行动”实施方案》要求，进一步提升精神障碍社区康复服务质量和水平，为精神障碍流动儿童提供可持续、高质量的康复服务。")]
    [InlineData("211300-06", "对义务教育家庭经济困难学生提供生活补助。")]
    [InlineData("211300-13", "按照国家基本公共卫生服务规范为严重精神障碍患者提供登记管理、随访评估、分类干预等精神障碍社区康复服务。")]
    public void Item_GarbledContent_StaysVerbatimWithTheReadingBesideIt(string id, string reading)
    {
        var item = Repository.Item(id);
        Assert.NotEqual(reading, item.Content);
        Assert.Equal(reading, item.ContentReading);
    }

    [Fact]
    public void Item_KeptDefect_ChangesNothing()
    {
        var item = Repository.Item("370200-07");
        Assert.Equal("流动儿童中诊断明确、在家庭居住的严重精神障碍患者", item.Audience);
        var kept = Assert.Single(item.Errata);
        Assert.Equal(("e012", null, 0.5), (kept.Id, kept.Reading, kept.Confidence));
    }

    [Fact]
    public void Item_Errata_SayWhatIsPrintedAndWhyInBothLanguages()
    {
        var slid = Assert.Single(Repository.Item("220100-13").Errata, erratum => erratum.Field == "audience");
        Assert.Equal("e039", slid.Id);
        Assert.Equal("220100-13", slid.Target);
        Assert.Equal("符合最低生活保障条件的流动儿童", slid.Printed);
        Assert.Equal("流动儿童中的残疾儿童", slid.Reading);
        Assert.Equal("list", slid.Kind);
        Assert.All(AllErrata(), erratum => Assert.True(erratum.Reason.Length > 0 && erratum.EnglishReason.Length > 0, erratum.Id));
    }

    [Fact]
    public void Errata_EveryKnownDefect_HasAnEntry()
    {
        var numbers = AllErrata().Select(erratum => int.Parse(erratum.Id.AsSpan(1, 3))).ToHashSet();
        Assert.Subset(numbers, Enumerable.Range(1, 115).ToHashSet());
    }

    [Theory]
    [InlineData("220100-22", "number", "25", "22")]
    [InlineData("220100-30", "number", "", "30")]
    [InlineData("371700-12", "number", "", "12")]
    [InlineData("371700-14", "number", "13", "14")]
    public void Item_NumberThatSlid_IsAnErratum(string id, string field, string printed, string reading) =>
        Assert.Contains(Repository.Item(id).Errata, erratum => (erratum.Field, erratum.Printed, erratum.Reading) == (field, printed, reading));

    [Fact]
    public void Provenance_ReadingThatStandsElsewhere_NamesThoseLinesToo()
    {
        Assert.Equal([new SourceLines(53, 54)], Repository.Item("220100-13").Provenance.Lines);
        Assert.Equal([new SourceLines(165, 166)], Repository.Item("371700-15").Provenance.Lines);
    }

    private static IEnumerable<Erratum> AllErrata() => Repository.Edition.Lists.SelectMany(list =>
        list.Errata.Concat(list.Items.SelectMany(item => item.Errata)).Concat(list.Passages.SelectMany(passage => passage.Errata)));
}
