using System.Text;

namespace CareCatalog.Tests;

public class CatalogReaderTests
{
    [Fact]
    public void Read_Seeds_GivesAnEditionWithoutProblems()
    {
        var reading = CatalogReader.Read(Repository.SeedsPath);
        Assert.Empty(reading.Problems);
        Assert.NotNull(reading.Edition);
    }

    [Theory]
    [InlineData("000000", "全国", 19, 0)]
    [InlineData("211300", "朝阳市", 39, 0)]
    [InlineData("220100", "长春市", 32, 4)]
    [InlineData("370200", "青岛市", 22, 0)]
    [InlineData("371700", "菏泽市", 21, 17)]
    public void Read_Seeds_HoldsEveryRowAndPassageOfAList(string code, string name, int items, int passages)
    {
        var list = Repository.Edition.ListOf(JurisdictionCode.Parse(code))!;
        Assert.Equal(name, list.Name);
        Assert.Equal(Enumerable.Range(1, items), list.Items.Select(item => item.Id.Number));
        Assert.Equal(Enumerable.Range(1, passages), list.Passages.Select(passage => passage.Id.Number));
    }

    [Fact]
    public void Read_Seeds_PutsTheNationFirst() =>
        Assert.Equal(Repository.Codes, Repository.Edition.Lists.Select(list => list.Code.Value));

    [Theory]
    [InlineData("000000", "2 3 3 1 6 4")]
    [InlineData("211300", "3 8 3 2 13 10")]
    [InlineData("220100", "2 3 3 1 7 16")]
    [InlineData("370200", "2 2 5 1 6 6")]
    [InlineData("371700", "2 3 5 1 6 4")]
    public void Read_Seeds_PutsTheRowsUnderTheirTrueDomains(string code, string rowsPerDomain)
    {
        var items = Repository.Edition.ListOf(JurisdictionCode.Parse(code))!.Items;
        var expected = Enum.GetValues<Domain>().Zip(rowsPerDomain.Split(' ').Select(int.Parse)).SelectMany(pair => Enumerable.Repeat(pair.First, pair.Second));
        Assert.Equal(expected, items.Select(item => item.Domain));
    }

    [Fact]
    public void Read_Seeds_KeepsWhatTheDocumentsSayOfThemselves()
    {
        var changchun = Repository.Edition.ListOf(JurisdictionCode.Parse("220100"))!.Document;
        Assert.Equal("长春市流动儿童在居住地享有关爱服务基础清单", changchun.Title);
        Assert.Equal("长民联发〔2025〕10号", changchun.Number);
        Assert.Equal("长春市民政局", changchun.Issuer);
        Assert.Equal(new DateOnly(2025, 9, 18), changchun.Date);
        var heze = Repository.Edition.ListOf(JurisdictionCode.Parse("371700"))!.Document;
        Assert.Null(heze.Number);
        Assert.Equal(new DateOnly(2025, 2, 20), heze.Date);
        var qingdao = Repository.Edition.ListOf(JurisdictionCode.Parse("370200"))!.Document;
        Assert.Equal((null, null, null), (qingdao.Number, qingdao.Issuer, qingdao.Date));
    }

    [Fact]
    public void Read_Row_TellsWhereItIsWritten()
    {
        var row = Repository.Item("370200-02");
        Assert.Equal("2", row.Provenance.Section);
        Assert.Equal([new SourceLines(29, 33)], row.Provenance.Lines);
        Assert.Equal("青岛市流动儿童在居住地享有关爱服务基础清单", row.Provenance.Document.Title);
        Assert.Equal(["市教育局"], row.Departments);
        Assert.Equal("市民政局 市教育局 市人力资源社会保障局 团市委 市妇联", string.Join(' ', Repository.Item("370200-21").Departments));
    }

    [Fact]
    public void Read_NationalRow_HoldsTheGuidanceOfEachMinistryBesideItsContent()
    {
        var row = Repository.Item("000000-01");
        Assert.Equal(
            "按照国家基本公共卫生服务规范提供健康管理服务。有条件的地方就近提供托育（3周岁以下儿童）服务。按照国家免疫规划疫苗免疫程序提供接种服务。",
            row.Content);
        Assert.Equal(["国家卫生健康委", "国家疾控局"], row.Departments);
        Assert.Equal(["国家卫生健康委", "国家卫生健康委", "国家疾控局", "国家疾控局"], row.Guidance.Select(guidance => guidance.Department));
        Assert.Equal("按照国家免疫规划疫苗免疫程序提供接种服务。", row.Guidance[3].Content);
        Assert.StartsWith("指导各地加强接种单位规范化建设", row.Guidance[3].Text, StringComparison.Ordinal);
        Assert.Equal(62, Repository.Edition.ListOf(JurisdictionCode.Nation)!.Items.Sum(item => item.Guidance.Count));
    }

    [Fact]
    public void Read_Passage_TakesItsTitleFromTheNoticeAroundTheList()
    {
        Assert.True(PassageId.TryParse("371700-p04", out var id));
        var passage = Repository.Edition.Find(id)!;
        Assert.Equal("（四）精准监测摸排", passage.Section);
        Assert.Equal("四", passage.Provenance.Section);
        Assert.Equal("加强流动儿童关爱保护行动方案", passage.Provenance.Document.Title);
        Assert.Equal("市民政局 市教体局 市公安局 市卫健委 市医保局 市残联", string.Join(' ', passage.Departments));
        Assert.StartsWith("各县区要认真组织开展流动儿童监测摸排工作", passage.Text, StringComparison.Ordinal);
        Assert.EndsWith("按照职责分工负责）", passage.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Annotations_BecomeEligibility()
    {
        Assert.Equal(AgeRange.Years(3, 6), Repository.Item("370200-02").Eligibility.Ages);
        var part = Repository.Item("211300-18").Eligibility;
        Assert.True(part.AgesForPartOnly);
        Assert.Equal(AgeRange.Years(0, 14), part.Ages);
        Assert.Equal(["disabled"], part.Circumstances);
        Assert.True(Repository.Item("220100-03").Eligibility.CircumstancesForPartOnly);
        Assert.Equal([Stage.SeniorHigh], Repository.Item("370200-04").Eligibility.Stages);
        Assert.Equal(5, Repository.Item("211300-11").Eligibility.Counties.Count);
    }

    [Fact]
    public void Read_SameSeeds_GivesTheSameVersion()
    {
        var again = CatalogReader.Read(Repository.Seeds());
        Assert.Equal(Repository.Edition.Version, again.Edition!.Version);
        Assert.Matches("^[0-9a-f]{12}$", again.Edition.Version);
    }

    [Theory]
    [InlineData("lists/370200.json", "市教育局", "市教育厅")]
    [InlineData("errata/220100.json", "整体上移", "整体下移")]
    [InlineData("hotlines.tsv", "110", "111")]
    public void Read_OneLetterChanged_GivesAnotherVersion(string file, string letter, string other)
    {
        var changed = CatalogReader.Read(Repository.Seeds().With(file, text => text.Replace(letter, other, StringComparison.Ordinal)));
        Assert.NotEqual(Repository.Edition.Version, changed.Edition!.Version);
    }

    [Fact]
    public void Read_NoFolder_ReportsWhatIsMissing()
    {
        var reading = CatalogReader.Read(Path.Combine(Repository.Root, "no such folder"));
        Assert.Null(reading.Edition);
        Assert.Contains(reading.Problems, problem => problem.File == "seeds/lists");
        Assert.Contains(reading.Problems, problem => problem.File == "seeds/places.tsv");
    }

    [Fact]
    public void Read_SeveralFaults_ReportsThemAllInOrder()
    {
        var folder = Repository.Seeds()
            .With("lists/370200.json", text => text.Replace("\"number\": 3,", "\"number\": \"3\",", StringComparison.Ordinal))
            .With("annotations.tsv", text => text.Replace("36-83", "83-36", StringComparison.Ordinal))
            .With("hotlines.tsv", Encoding.UTF8.GetBytes("number\tname\n"));
        var problems = CatalogReader.Read(folder).Problems;
        Assert.Contains(problems, problem => problem is { File: "seeds/lists/370200.json", Line: > 0 } && problem.Reason.Contains("'number'", StringComparison.Ordinal));
        Assert.Equal(5, problems.Count(problem => problem.File == "seeds/annotations.tsv"));
        Assert.Contains(problems, problem => problem is { File: "seeds/hotlines.tsv", Line: 1 });
        Assert.Equal(problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line), problems);
    }
}
