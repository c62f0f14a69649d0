using System.Text.Json;

namespace CareCatalog.Tests;

public class ComparisonTests
{
    private static readonly Comparison Whole = Comparison.Of(Repository.Edition);

    [Fact]
    public void Of_Edition_HoldsEveryNationalServiceForEveryPlaceReviewed()
    {
        Assert.Equal(19, Whole.Services.Count);
        Assert.Equal(["211300", "220100", "370200", "371700"], Whole.Places.Select(list => list.Code.Value));
        Assert.All(Whole.Services, service => Assert.Equal(4, service.Coverages.Count));
        Assert.All(Whole.Services.SelectMany(service => service.Coverages), coverage => Assert.True(coverage.IsReviewed));
    }

    [Fact]
    public void Of_Edition_EveryRowOfEveryCityCarriesSomeService()
    {
        var carried = Whole.Services.SelectMany(service => service.Coverages).SelectMany(coverage => coverage.Rows).Select(row => row.Id).ToHashSet();
        Assert.Empty(Whole.Places.SelectMany(list => list.Items).Where(item => !carried.Contains(item.Id)).Select(item => item.Id));
    }

    [Theory]
    [InlineData("370200", 5, Standing.Lacks, "")]
    [InlineData("370200", 3, Standing.Narrower, "学籍地")]
    [InlineData("371700", 3, Standing.More, "学位")]
    [InlineData("211300", 14, Standing.More, "留守儿童")]
    [InlineData("220100", 9, Standing.Has, "")]
    public void Of_PlaceAndService_StandsAsReviewed(string place, int service, Standing standing, string note)
    {
        var coverage = Whole.Services[service - 1].Coverages.Single(coverage => coverage.Place.Value == place);
        Assert.Equal(standing, coverage.Standing);
        Assert.Contains(note, coverage.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_PlaceNobodyReviewed_IsProposedFromNeeds()
    {
        var edition = CatalogReader.Read(Repository.Seeds().With("baseline.tsv", null)).Edition!;
        var proposed = Comparison.Of(edition);
        var coverages = proposed.Services.SelectMany(service => service.Coverages).Zip(Whole.Services.SelectMany(service => service.Coverages)).ToList();
        Assert.All(coverages, pair => Assert.False(pair.First.IsReviewed));
        // The proposal finds the carrying rows by itself in almost every case; people decide the rest.
        Assert.InRange(coverages.Count(pair => pair.First.Rows.Select(row => row.Id).SequenceEqual(pair.Second.Rows.Select(row => row.Id))), 68, 76);
        Assert.Equal(Standing.Lacks, proposed.Services[4].Coverages.Single(coverage => coverage.Place.Value == "370200").Standing);
    }

    [Theory]
    [InlineData("000000-03", 3)]
    [InlineData("义务教育", 3)]
    [InlineData("zhongkao", 3)]
    [InlineData("预防接种", 1)]
    public void ServicesCalled_NameIdOrNeed_FindsTheRow(string text, int number) =>
        Assert.Equal([number], Comparison.ServicesCalled(Repository.Edition, text).Select(id => id.Number));

    [Fact]
    public void ServicesCalled_Nonsense_FindsNone() => Assert.Empty(Comparison.ServicesCalled(Repository.Edition, "?"));

    [Fact]
    public void WriteJson_Comparison_HoldsRowsDepartmentsAndNote()
    {
        using var written = new MemoryStream();
        ComparisonExport.WriteJson(Comparison.Of(Repository.Edition, [JurisdictionCode.Parse("370200")], [ItemId.Parse("000000-03")]), written);
        using var json = JsonDocument.Parse(written.ToArray());
        var place = json.RootElement.GetProperty("services")[0].GetProperty("places")[0];
        Assert.Equal("narrower", place.GetProperty("standing").GetString());
        Assert.Equal("370200-03", place.GetProperty("rows")[0].GetProperty("id").GetString());
        Assert.Equal("市教育局", place.GetProperty("rows")[0].GetProperty("departments")[0].GetString());
    }

    [Theory]
    [InlineData("lacks\t\t", "has\t\t", "if, and only if")]
    [InlineData("\thas\t370200-04", "\thas\t371700-04", "is no row of 370200")]
    [InlineData("\thas\t370200-04", "\tfine\t370200-04", "none of has, more")]
    [InlineData("370200\t000000-04", "370200\t000000-44", "no row of the nation")]
    public void Run_DamagedBaseline_NamesTheLine(string printed, string damaged, string reason)
    {
        var problems = CatalogCheck.Run(Repository.Seeds().With("baseline.tsv", text => Replaced(text, printed, damaged)));
        Assert.Contains(problems, problem => problem.File == "seeds/baseline.tsv" && problem.Line > 1 && problem.Reason.Contains(reason, StringComparison.Ordinal));
    }

    private static string Replaced(string text, string printed, string damaged)
    {
        var at = text.IndexOf(printed, StringComparison.Ordinal);
        return text[..at] + damaged + text[(at + printed.Length)..];
    }
}
