using CareCatalog.Dialogs.Comparing;
using CareCatalog.Testing;

namespace CareCatalog.Dialogs.Tests;

/// <summary>Places compared without a service named: the same comparison, in the same words, as on the command line and over HTTP.</summary>
public class ComparedTests
{
    private static readonly ComparisonWriter Words = ComparisonWriter.Load(Repository.At("dialogs"), Language.Chinese);

    [Fact]
    public void Ask_TwoPlacesCompared_SaysWhatTheyLackOrNarrow_InTheWordsOfTheComparison()
    {
        var comparison = Comparison.Of(OurSeeds.Edition, [JurisdictionCode.Parse("370200"), JurisdictionCode.Parse("220100")]);
        var less = comparison.Services.Where(service => service.Coverages.Any(coverage => coverage.Standing is Standing.Lacks or Standing.Narrower)).ToList();
        var reply = Desk.Ask("青岛和长春有什么不同");
        Assert.Equal("answered", reply.Outcome);
        Assert.Equal("need", reply.Asks);
        Assert.NotEmpty(less);
        Assert.Equal(less.SelectMany(service => Words.Lines(service, OurSeeds.Edition)), reply.Parts.Skip(1).SkipLast(1).Select(part => part.Text));
    }

    [Fact]
    public void Ask_OnePlaceBesideTheNation_SaysWhatItLacks() =>
        Assert.Contains("养护、康复等服务（全国清单第13项）", Desk.Ask("菏泽比全国清单少了什么").Text, StringComparison.Ordinal);

    [Fact]
    public void Ask_InEnglish_IsInEnglish() =>
        Assert.Contains("Qingdao: lacking. The list has no row for vocational schools.", Desk.Ask("What is different between Qingdao and Changchun?").Text, StringComparison.Ordinal);

    [Fact]
    public void Ask_TwoPlacesAndAService_PutsTheirRowsSideBySide() =>
        Assert.Equal(["370200-03", "220100-03"], Desk.Ask("青岛和长春中考有啥不同").Matches.Select(match => match.Id));
}
