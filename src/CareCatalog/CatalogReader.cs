using CareCatalog.Seeds;

namespace CareCatalog;

/// <summary>Reads the folder <c>seeds/</c> into an edition, reporting every problem at once.</summary>
public static class CatalogReader
{
    /// <summary>Reads and checks the form of every file. What the documents say is proved by <see cref="CatalogCheck"/>.</summary>
    /// <param name="seedsFolder">The folder <c>seeds/</c>.</param>
    /// <returns>The edition, or the problems that prevent one; no state of the folder throws.</returns>
    public static CatalogReading Read(string seedsFolder) => Read(SeedFolder.At(seedsFolder));

    internal static CatalogReading Read(SeedFolder folder)
    {
        var problems = new List<SeedProblem>();
        var seeds = SeedContents.Read(folder, problems);
        var lists = new Compilation(seeds, problems).Lists();
        return new CatalogReading(problems.Count > 0 ? null : Edition(folder.Fingerprint(), lists, seeds), InOrder(problems));
    }

    private static CatalogEdition Edition(string version, IReadOnlyList<CareList> lists, SeedContents seeds) => new(
        version, lists, [.. seeds.Needs.Select(entry => entry.Need)], seeds.Circumstances,
        seeds.Places, seeds.Departments, seeds.Hotlines)
    { Domains = seeds.Domains, Baseline = [.. seeds.Baseline.Select(line => line.Entry)] };

    /// <summary>Problems in file and line order, none twice.</summary>
    internal static IReadOnlyList<SeedProblem> InOrder(IEnumerable<SeedProblem> problems) =>
        [.. problems.Distinct().OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)];
}
