using CareCatalog.Publishing;

namespace CareCatalog.Tests.Publishing;

public sealed class EditionArchiveTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("editions-").FullName;
    private readonly EditionArchive archive;

    public EditionArchiveTests() => archive = new EditionArchive(Path.Combine(folder, "editions"));

    public void Dispose() => Directory.Delete(folder, true);

    [Fact]
    public void Publish_SoundSeeds_PutsTheirHashInForce()
    {
        Assert.Null(archive.Current);
        var publication = archive.Publish(Repository.SeedsPath, TimeProvider.System);
        Assert.Empty(publication.Problems);
        Assert.Equal(Repository.Edition.Version, publication.Version);
        Assert.Equal(publication.Version, archive.Current);
        Assert.Equal(Repository.Edition.Version, archive.Read(publication.Version!).Edition?.Version);
    }

    [Fact]
    public void Publish_SameSeedsAgain_ChangesNothing()
    {
        archive.Publish(Repository.SeedsPath, TimeProvider.System);
        var again = archive.Publish(Repository.SeedsPath, TimeProvider.System);
        Assert.Equal(again.Previous, again.Version);
        Assert.Single(archive.Events);
    }

    [Fact]
    public void Publish_DamagedSeeds_IsRefusedAndLeavesNoTrace()
    {
        archive.Publish(Repository.SeedsPath, TimeProvider.System);
        var before = Directory.GetFileSystemEntries(archive.Folder).Order().ToList();
        var refused = archive.Publish(Changed("seeds", text => text.Replace("儿童", "", StringComparison.Ordinal)), TimeProvider.System);
        Assert.Null(refused.Version);
        Assert.NotEmpty(refused.Problems);
        Assert.Equal(Repository.Edition.Version, archive.Current);
        Assert.Equal(before, Directory.GetFileSystemEntries(archive.Folder).Order());
    }

    [Fact]
    public void Rollback_AfterTwoEditions_PutsTheFirstInForceAndBackAgain()
    {
        var first = archive.Publish(Repository.SeedsPath, TimeProvider.System).Version;
        var second = archive.Publish(Reworded(), TimeProvider.System).Version;
        Assert.NotEqual(first, second);
        Assert.Equal(first, archive.Rollback(null, TimeProvider.System).Version);
        Assert.Equal(first, archive.Current);
        Assert.Equal(second, archive.Rollback(second, TimeProvider.System).Version);
        Assert.Equal(["publish", "publish", "rollback", "rollback"], archive.Events.Select(entry => entry.Action));
        Assert.Equal([first!, second!], archive.Versions);
    }

    [Fact]
    public void Rollback_NothingBefore_IsRefused()
    {
        Assert.Null(archive.Rollback(null, TimeProvider.System).Version);
        archive.Publish(Repository.SeedsPath, TimeProvider.System);
        Assert.Null(archive.Rollback(null, TimeProvider.System).Version);
        Assert.Null(archive.Rollback("0123456789ab", TimeProvider.System).Version);
    }

    [Fact]
    public void Read_VersionThatEscapesTheFolder_IsRefused() =>
        Assert.All(["../seeds", "..", "", "0123456789AB", "/etc"], version => Assert.Null(archive.Read(version).Edition));

    [Fact]
    public void Read_EditionCutOrFlippedAnywhere_IsNeverUsedAsSound()
    {
        var version = archive.Publish(Repository.SeedsPath, TimeProvider.System).Version!;
        string[] files = ["annotations.tsv", "taxonomy.csv", "baseline.tsv", "departments.tsv", Path.Combine("lists", "370200.json"), Path.Combine("errata", "220100.json")];
        var random = new Random(20261122);
        foreach (var name in files)
        {
            var file = Path.Combine(archive.SeedsOf(version), name);
            var bytes = File.ReadAllBytes(file);
            for (var run = 0; run < 6; run++)
            {
                var at = random.Next(bytes.Length);
                var damaged = run % 2 == 0 ? bytes[..at] : (byte[])bytes.Clone();
                if (run % 2 == 1) damaged[at] ^= (byte)(1 << random.Next(8));
                File.WriteAllBytes(file, damaged);
                var reading = archive.Read(version);
                Assert.Null(reading.Edition);
                Assert.NotEmpty(reading.Problems);
            }
            File.WriteAllBytes(file, bytes);
        }
        Assert.NotNull(archive.Read(version).Edition);
    }

    [Fact]
    public void Publish_OverADamagedEdition_PutsTheSoundOneInItsPlace()
    {
        var version = archive.Publish(Repository.SeedsPath, TimeProvider.System).Version!;
        File.Delete(Path.Combine(archive.SeedsOf(version), "taxonomy.csv"));
        Assert.Null(archive.Read(version).Edition);
        archive.Publish(Repository.SeedsPath, TimeProvider.System);
        Assert.NotNull(archive.Read(version).Edition);
    }

    [Fact]
    public void Current_PointerDamaged_IsNull()
    {
        archive.Publish(Repository.SeedsPath, TimeProvider.System);
        File.WriteAllText(Path.Combine(archive.Folder, "current"), "../../etc");
        Assert.Null(archive.Current);
    }

    /// <summary>The seeds with a department's English name changed: sound, and another edition.</summary>
    private string Reworded() => Changed("reworded", text => text, "departments.tsv",
        text => text.Replace("Municipal Civil Affairs Bureau", "Municipal Bureau of Civil Affairs", StringComparison.Ordinal));

    private string Changed(string name, Func<string, string> list, string? table = null, Func<string, string>? change = null)
    {
        var copy = Path.Combine(folder, name);
        foreach (var file in Directory.EnumerateFiles(Repository.SeedsPath, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(Repository.SeedsPath, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
        var changed = Path.Combine(copy, "lists", "370200.json");
        File.WriteAllText(changed, list(File.ReadAllText(changed)));
        if (table is not null) File.WriteAllText(Path.Combine(copy, table), change!(File.ReadAllText(Path.Combine(copy, table))));
        return copy;
    }
}
