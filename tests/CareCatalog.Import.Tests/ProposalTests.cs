using Xunit.Abstractions;

namespace CareCatalog.Import.Tests;

/// <summary>What the import proposes for the rows of a city it does not know, beside what people have reviewed.</summary>
public sealed class ProposalTests(ITestOutputHelper output) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("proposals-").FullName;

    public void Dispose() => Directory.Delete(folder, true);

    [Fact]
    public void Annotate_CitiesNotKnown_ProposesMostOfWhatWasReviewed()
    {
        var (shared, proposed, reviewed) = (0, 0, 0);
        var (rows, stages, circumstances, ages) = (0.0, 0, 0, 0);
        foreach (var (row, item) in Cities().SelectMany(list => Draft(list).Zip(list.Items)))
        {
            shared += row.Needs.Intersect(item.Needs).Count();
            proposed += row.Needs.Count;
            reviewed += item.Needs.Count;
            rows++;
            if (row.Eligibility.Stages.Order().SequenceEqual(item.Eligibility.Stages.Order())) stages++;
            else output.WriteLine($"{item.Id} {item.Service}: stages {string.Join(' ', row.Eligibility.Stages)} for {string.Join(' ', item.Eligibility.Stages)}");
            if (row.Eligibility.Circumstances.Order().SequenceEqual(item.Eligibility.Circumstances.Order())) circumstances++;
            else output.WriteLine($"{item.Id} {item.Audience}: circumstances {string.Join(' ', row.Eligibility.Circumstances)} for {string.Join(' ', item.Eligibility.Circumstances)}");
            if (Equals(row.Eligibility.Ages, item.Eligibility.Ages)) ages++;
            else output.WriteLine($"{item.Id} {item.Audience}: ages {row.Eligibility.Ages} for {item.Eligibility.Ages}");
            if (!row.Needs.Order().SequenceEqual(item.Needs.Order())) output.WriteLine($"{item.Id} {item.Service}: needs {string.Join(' ', row.Needs)} for {string.Join(' ', item.Needs)}");
        }
        output.WriteLine($"needs: {(double)shared / proposed:P1} of those proposed, {(double)shared / reviewed:P1} of those reviewed; stages {stages / rows:P1}, circumstances {circumstances / rows:P1}, ages {ages / rows:P1} of {rows} rows");
        Assert.InRange((double)shared / proposed, 0.83, 1);
        Assert.InRange((double)shared / reviewed, 0.82, 1);
        Assert.InRange(stages / rows, 0.98, 1);
        Assert.InRange(circumstances / rows, 0.86, 1);
        Assert.InRange(ages / rows, 0.98, 1);
    }

    [Fact]
    public void Review_NoDomainsPrinted_FindsThemByNameAndContent()
    {
        var (right, all) = (0, 0);
        foreach (var list in Cities())
        {
            foreach (var (row, item) in Draft(list, withoutDomains: true).Zip(list.Items))
            {
                all++;
                if (row.Domain.Reading == Lists.Labels[item.Domain]) right++;
                else output.WriteLine($"{item.Id} {item.Service}: {row.Domain.Reading} ({row.Domain.Sureness}) for {Lists.Labels[item.Domain]}");
            }
        }
        output.WriteLine($"domains: {right} of {all}");
        Assert.Equal((114, 114), (right, all));
    }

    // The contents are those of medical insurance and of a kindergarten place; what the rows are called decides.
    [Theory]
    [InlineData("学前教育服务", "为符合条件的流动儿童办理参加居住地城乡居民基本医疗保险，并按规定给予资助。", "幼有所育", "Preschool")]
    [InlineData("医疗保障服务", "对符合条件的就近在普惠性幼儿园入园；对在园家庭经济困难的儿童予以资助。", "病有所医", "")]
    public void Annotate_NameAndContentOfDifferentServices_TheNameWeighsMost(string service, string content, string domain, string stages)
    {
        var path = Path.Combine(folder, "one.csv");
        File.WriteAllText(path, $"服务领域,序号,服务对象,服务项目,服务内容,责任部门\n,1,流动儿童,{service},{content},市教育局\n");
        var row = Assert.Single(new ListImport(Lists.Edition, Lists.Words).Read(path, JurisdictionCode.Parse("370300")).Draft!.Rows);
        Assert.Equal((domain, stages), (row.Domain.Reading, string.Join(' ', row.Eligibility.Stages)));
    }

    [Fact]
    public void Read_Progress_IsToldRowByRowToTheEnd()
    {
        var list = Cities().First();
        var told = new List<(int Done, int Of)>();
        var progress = new Moq.Mock<IProgress<(int Done, int Of)>>();
        progress.Setup(line => line.Report(Moq.It.IsAny<(int, int)>())).Callback<(int, int)>(told.Add);
        new ListImport(Lists.Edition, Lists.Words).Read(new ListPrinter(list, PrintStyle.Plain).Print(folder, "csv"), list.Code, progress.Object);
        Assert.Equal(Enumerable.Range(1, list.Items.Count).Select(done => (done, list.Items.Count)), told);
    }

    private static IEnumerable<CareList> Cities() => Lists.Edition.Lists.Where(list => !list.Code.IsNation);

    private IReadOnlyList<DraftRow> Draft(CareList list, bool withoutDomains = false)
    {
        var path = new ListPrinter(list, PrintStyle.Plain).Print(folder, "csv");
        if (withoutDomains)
        {
            var text = File.ReadAllText(path);
            foreach (var label in Lists.Labels.Values) text = text.Replace($"\"{label}\"", "\"\"", StringComparison.Ordinal);
            File.WriteAllText(path, text);
        }
        return Lists.Without(list.Code).Read(path, list.Code).Draft!.Rows;
    }
}
