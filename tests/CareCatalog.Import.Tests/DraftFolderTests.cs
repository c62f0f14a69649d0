namespace CareCatalog.Import.Tests;

public sealed class DraftFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("draft-").FullName;
    private readonly string seeds;

    public DraftFolderTests()
    {
        seeds = Path.Combine(folder, "seeds");
        foreach (var file in Directory.EnumerateFiles(Lists.Seeds, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(seeds, Path.GetRelativePath(Lists.Seeds, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public void Dispose() => Directory.Delete(folder, true);

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public void Write_ListOfANewPlace_IsSoundAndAnswers(string format)
    {
        var list = Lists.Edition.ListOf(JurisdictionCode.Parse("371700"))!;
        var place = Lists.Edition.Find(JurisdictionCode.Parse("370300"))!;
        var path = new ListPrinter(list, PrintStyle.Merged).Print(folder, format);
        var reading = new ListImport(Lists.Edition, Lists.Words).Read(path, place.Code);
        DraftFolder.Write(seeds, reading.Draft!, place.Name, Lists.Words);
        Assert.Empty(CatalogCheck.Run(seeds));
        var edition = CatalogReader.Read(seeds).Edition!;
        Assert.Equal(21, edition.ListOf(place.Code)!.Items.Count);
        Assert.Equal(list.Items.Select(item => item.Content), edition.ListOf(place.Code)!.Items.Select(item => item.Content));
        Assert.All(edition.ListOf(place.Code)!.Items, item => Assert.NotEmpty(item.Needs));
    }

    [Fact]
    public void Write_DocumentWithSlides_PutsDraftErrataBesideBothReadings()
    {
        var list = Lists.Edition.ListOf(JurisdictionCode.Parse("220100"))!;
        var path = Path.Combine(Lists.Seeds, "documents", list.Document.File);
        var place = Lists.Edition.Find(JurisdictionCode.Parse("370300"))!;
        var reading = Lists.Without(list.Code).Read(path, place.Code);
        DraftFolder.Write(seeds, reading.Draft!, place.Name, Lists.Words);
        Assert.Empty(CatalogCheck.Run(seeds));
        var row = CatalogReader.Read(seeds).Edition!.Find(new ItemId(place.Code, 14))!;
        Assert.Equal("符合最低生活保障条件的流动儿童", row.Audience);
        Assert.Contains(row.Errata, erratum => erratum.Field == "audience" && erratum.Printed == "符合户籍地特困救助供养条件的流动儿童");
    }
}
