using CareCatalog.Search.Text;
using CareCatalog.Testing;

namespace CareCatalog.Search.Tests;

public class IndexFileTests
{
    private static readonly CharacterTable Characters = CharacterTable.Read(Repository.At("seeds", "characters.tsv"));

    [Fact]
    public void TryLoad_IndexSaved_FindsAndScoresTheSame()
    {
        var built = Read();
        var loaded = Read();
        Assert.True(CatalogIndex.TryLoad(Saved(built), loaded, Characters, out var refusal));
        Assert.Null(refusal);
        foreach (var text in new[] { "孩子打疫苗", "低保怎么申请", "kindergarten", "中考" })
        {
            foreach (var list in built.Lists)
            {
                var query = new SearchQuery { Jurisdiction = list.Code, Text = FoldedText.Of(text, Characters) };
                Assert.Equal(
                    CatalogIndex.Of(built, Characters).Search(query).Select(match => (match.Item.Id, match.Score)),
                    CatalogIndex.Of(loaded, Characters).Search(query).Select(match => (match.Item.Id, match.Score)));
            }
        }
    }

    [Fact]
    public void TryLoad_IndexCutOrChanged_IsNotTaken()
    {
        var edition = Read();
        var bytes = Saved(edition);
        var random = new Random(20261122);
        for (var run = 0; run < 200; run++)
        {
            var at = random.Next(bytes.Length);
            var damaged = run % 2 == 0 ? bytes[..at] : (byte[])bytes.Clone();
            if (run % 2 == 1) damaged[at] ^= (byte)(1 << random.Next(8));
            Assert.False(CatalogIndex.TryLoad(damaged, edition, Characters, out var refusal));
            Assert.Equal("it is damaged.", refusal);
        }
    }

    [Fact]
    public void TryLoad_IndexOfAnotherEditionOrTable_IsNotTaken()
    {
        var edition = Read();
        var other = new CatalogEdition(
            "000000000000", edition.Lists, edition.Needs, edition.Circumstances, edition.Places, edition.Departments, edition.Hotlines) { Domains = edition.Domains };
        Assert.False(CatalogIndex.TryLoad(Saved(edition), other, Characters, out var refusal));
        Assert.Contains("another edition", refusal, StringComparison.Ordinal);
        Assert.False(CatalogIndex.TryLoad(Saved(edition), edition, new CharacterTable([('學', '学', "xue")]), out refusal));
        Assert.Contains("table of characters", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void SearchEverywhere_Text_FindsTheBestRowsOfAllLists()
    {
        var found = CatalogIndex.Of(Read(), Characters).SearchEverywhere(FoldedText.Of("孤儿医疗康复明天计划", Characters), 5);
        Assert.Equal(5, found.Count);
        Assert.Equal(["370200-08", "371700-09"], found.Take(2).Select(hit => hit.Row.Id.ToString()).Order());
        Assert.Equal(found.Select(hit => hit.Score).OrderDescending(), found.Select(hit => hit.Score));
    }

    private static CatalogEdition Read() => CatalogReader.Read(Repository.At("seeds")).Edition!;

    private static byte[] Saved(CatalogEdition edition)
    {
        using var file = new MemoryStream();
        CatalogIndex.Of(edition, Characters).Save(file);
        return file.ToArray();
    }
}
