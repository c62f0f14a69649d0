using CareCatalog.Search.Text;
using CareCatalog.Testing;

namespace CareCatalog.Search.Tests;

public sealed class IndexFolderTests : IDisposable
{
    private static readonly CharacterTable Characters = CharacterTable.Read(Repository.At("seeds", "characters.tsv"));

    private readonly string place = Directory.CreateTempSubdirectory("index-").FullName;
    private readonly IndexFolder folder;

    public IndexFolderTests() => folder = new IndexFolder(place);

    public void Dispose() => Directory.Delete(place, recursive: true);

    [Fact]
    public void Open_NothingKept_BuildsWithoutWarning() => Assert.Equal(new IndexOpening(false, null), folder.Open(Read(), Characters));

    [Fact]
    public void Open_IndexKept_IsLoadedAndAnswersTheSame()
    {
        var built = Read();
        folder.Keep(built, Characters);
        var loaded = Read();
        Assert.Equal(new IndexOpening(true, null), folder.Open(loaded, Characters));
        Assert.Equal(Found(built), Found(loaded));
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("changed")]
    [InlineData("empty")]
    [InlineData("of another edition")]
    public void Open_FileThatDoesNotFit_BuildsWithAWarningAndAnswersTheSame(string damage)
    {
        var built = Read();
        folder.Keep(built, Characters);
        var file = Directory.GetFiles(place).Single();
        var bytes = File.ReadAllBytes(file);
        if (damage == "changed") bytes[bytes.Length / 2] ^= 1;
        if (damage == "of another edition") bytes = OfAnotherEdition();
        File.WriteAllBytes(file, damage switch { "cut" => bytes[..^100], "empty" => [], _ => bytes });
        var edition = Read();
        var opening = folder.Open(edition, Characters);
        Assert.False(opening.IsLoaded);
        Assert.Contains(damage == "of another edition" ? "another edition" : "damaged", opening.Warning, StringComparison.Ordinal);
        Assert.Equal(Found(built), Found(edition));
        folder.Keep(edition, Characters);
        Assert.True(folder.Open(Read(), Characters).IsLoaded);
    }

    [Fact]
    public void Keep_ManyEditions_KeepsThreeAndNoDrafts()
    {
        for (var number = 0; number < 5; number++) folder.Keep(Read($"{number:x12}"), Characters);
        Assert.Equal(3, Directory.GetFiles(place).Length);
        Assert.All(Directory.GetFiles(place), file => Assert.EndsWith(".index", file, StringComparison.Ordinal));
    }

    private static byte[] OfAnotherEdition()
    {
        using var file = new MemoryStream();
        CatalogIndex.Of(Read("000000000000"), Characters).Save(file);
        return file.ToArray();
    }

    private static List<(ItemId, double)> Found(CatalogEdition edition) =>
        [.. CatalogIndex.Of(edition, Characters).SearchEverywhere(FoldedText.Of("孩子打疫苗，低保家庭怎么上幼儿园", Characters), 50).Select(hit => (hit.Row.Id, hit.Score))];

    private static CatalogEdition Read(string? version = null)
    {
        var read = CatalogReader.Read(Repository.At("seeds")).Edition!;
        return new CatalogEdition(
            version ?? read.Version, read.Lists, read.Needs, read.Circumstances, read.Places, read.Departments, read.Hotlines) { Domains = read.Domains };
    }
}
