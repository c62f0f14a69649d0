using System.Globalization;
using System.Text;

namespace CareCatalog.Publishing;

/// <summary>
/// 版次档案: a folder that keeps every edition published, by its content hash, and a pointer to the one in force. An edition is put in
/// place by one rename and in force by another, so that a reader never meets half of one.
/// </summary>
/// <param name="folder">The folder; made when the first edition is published.</param>
public sealed class EditionArchive(string folder)
{
    private const string Pointer = "current";
    private const string History = "history.tsv";

    /// <summary>The folder.</summary>
    public string Folder { get; } = folder;

    /// <summary>Where the indexes of editions are kept; what is in it can be made again at any time.</summary>
    public string Indexes => Path.Combine(Folder, "index");

    /// <summary>The edition in force; null when none was ever published.</summary>
    public string? Current =>
        ReadAll(Pointer) is { } text && IsVersion(text.Trim()) ? text.Trim() : null;

    /// <summary>What happened, oldest first. A line cut short by a crash is left out.</summary>
    public IReadOnlyList<EditionEvent> Events =>
        [.. (ReadAll(History) ?? "").Split('\n').Select(EventOf).OfType<EditionEvent>()];

    /// <summary>The editions kept, in the order they were first published.</summary>
    public IReadOnlyList<string> Versions =>
        [.. Events.Select(entry => entry.Version).Distinct().Where(version => Directory.Exists(SeedsOf(version)))];

    /// <summary>The seeds of an edition kept.</summary>
    public string SeedsOf(string version) => Path.Combine(Folder, version, "seeds");

    /// <summary>Reads an edition kept, and proves that it is still what was published.</summary>
    /// <returns>The edition, or why it cannot be used; no state of the folder throws.</returns>
    public CatalogReading Read(string version)
    {
        if (!IsVersion(version) || !Directory.Exists(SeedsOf(version)))
            return new CatalogReading(null, [new SeedProblem(version, 0, "no such edition is kept.")]);
        var reading = CatalogReader.Read(SeedsOf(version));
        return reading.Edition is not { } edition || edition.Version == version
            ? reading
            : new CatalogReading(null, [new SeedProblem(version, 0, $"the edition is damaged: its content hash is {edition.Version}.")]);
    }

    /// <summary>Copies, checks and puts in force the seeds of a folder.</summary>
    /// <param name="seedsFolder">The folder <c>seeds/</c>.</param>
    /// <param name="clock">The time noted.</param>
    /// <exception cref="IOException">The archive cannot be written, or someone else is publishing.</exception>
    public Publication Publish(string seedsFolder, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        Directory.CreateDirectory(Folder);
        using var alone = Lock();
        // Nobody else is publishing: what lies here was left by one who was cut off.
        foreach (var left in Directory.GetDirectories(Folder, ".draft-*")) Directory.Delete(left, recursive: true);
        var draft = Path.Combine(Folder, $".draft-{Guid.NewGuid():N}");
        try
        {
            CopyAll(seedsFolder, Path.Combine(draft, "seeds"));
            // What is checked is the copy, so that nothing can change between the check and the edition.
            var problems = CatalogCheck.Run(Path.Combine(draft, "seeds"));
            var reading = CatalogReader.Read(Path.Combine(draft, "seeds"));
            if (problems.Count > 0 || reading.Edition is not { } edition) return new Publication(null, Current, [.. problems, .. reading.Problems.Except(problems)]);
            if (Read(edition.Version).Edition is null) Keep(draft, edition.Version);
            return PutInForce("publish", edition.Version, clock);
        }
        finally
        {
            if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
        }
    }

    /// <summary>Puts an edition kept in force again.</summary>
    /// <param name="version">Which; null for the one in force before the present one.</param>
    /// <param name="clock">The time noted.</param>
    /// <exception cref="IOException">The archive cannot be written, or someone else is publishing.</exception>
    public Publication Rollback(string? version, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        if (Current is not { } current) return new Publication(null, null, [new SeedProblem(Folder, 0, "no edition was ever published.")]);
        using var alone = Lock();
        var to = version ?? Events.LastOrDefault(entry => entry.Version == current && entry.Previous.Length > 0)?.Previous;
        if (to is null) return new Publication(null, current, [new SeedProblem(current, 0, "there is no edition before this one.")]);
        var reading = Read(to);
        return reading.Edition is null ? new Publication(null, current, reading.Problems) : PutInForce("rollback", to, clock);
    }

    private Publication PutInForce(string action, string version, TimeProvider clock)
    {
        var previous = Current;
        if (previous == version) return new Publication(version, previous, []);
        var entry = string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow():O}\t{action}\t{version}\t{previous}\n");
        using (var history = new FileStream(Path.Combine(Folder, History), FileMode.Append)) Write(history, entry);
        var next = Path.Combine(Folder, $".{Pointer}-{Guid.NewGuid():N}");
        using (var pointer = new FileStream(next, FileMode.CreateNew)) Write(pointer, version + "\n");
        File.Move(next, Path.Combine(Folder, Pointer), overwrite: true);
        return new Publication(version, previous, []);
    }

    // A damaged edition of the same hash makes room for the sound one.
    private void Keep(string draft, string version)
    {
        var place = Path.Combine(Folder, version);
        if (Directory.Exists(place)) Directory.Move(place, Path.Combine(Folder, $".damaged-{version}-{Guid.NewGuid():N}"));
        Directory.Move(draft, place);
    }

    private FileStream Lock() => new(Path.Combine(Folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private string? ReadAll(string name)
    {
        try
        {
            return File.ReadAllText(Path.Combine(Folder, name));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void CopyAll(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            using var source = File.OpenRead(file);
            using var copy = new FileStream(target, FileMode.CreateNew);
            source.CopyTo(copy);
            copy.Flush(flushToDisk: true);
        }
    }

    private static void Write(FileStream file, string text)
    {
        file.Write(Encoding.UTF8.GetBytes(text));
        file.Flush(flushToDisk: true);
    }

    private static EditionEvent? EventOf(string line) =>
        line.Split('\t') is [var at, var action, var version, var previous] && IsVersion(version)
        && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var when)
            ? new EditionEvent(when, action, version, previous)
            : null;

    private static bool IsVersion(string text) => text.Length == 12 && text.All(char.IsAsciiHexDigitLower);
}
