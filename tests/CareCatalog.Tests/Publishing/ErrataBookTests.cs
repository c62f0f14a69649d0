using CareCatalog.Publishing;

namespace CareCatalog.Tests.Publishing;

public sealed class ErrataBookTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("errata-").FullName;

    public ErrataBookTests()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.SeedsPath, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(Repository.SeedsPath, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public void Dispose() => Directory.Delete(folder, true);

    [Fact]
    public void Add_SoundErratum_StandsInTheNextEdition()
    {
        var (id, problems) = ErrataBook.Add(folder, Draft("市教育局", "市教体局"));
        Assert.Empty(problems);
        Assert.Empty(CatalogCheck.Run(folder));
        var item = CatalogReader.Read(folder).Edition!.Find(ItemId.Parse("370200-03"))!;
        Assert.Contains(item.Errata, erratum => erratum.Id == id && erratum.Reading == "市教体局");
    }

    [Fact]
    public void Add_WordsNotPrinted_IsRefusedAndWritesNothing()
    {
        var before = File.ReadAllText(Path.Combine(folder, "errata", "370200.json"));
        var (id, problems) = ErrataBook.Add(folder, Draft("市公园局", "市教体局"));
        Assert.Null(id);
        Assert.Contains(problems, problem => problem.Reason.Contains("市公园局", StringComparison.Ordinal));
        Assert.Equal(before, File.ReadAllText(Path.Combine(folder, "errata", "370200.json")));
    }

    private static Erratum Draft(string printed, string reading) =>
        new("", "370200-03", "departments", printed, reading, 0.6, "机构改革后的名称。", "text") { EnglishReason = "The name after the reform." };
}
