using System.Security.Cryptography;
using CareCatalog.Seeds;

namespace CareCatalog;

/// <summary>
/// Proves the catalogue against its documents: every cell of every row and passage stands in the lines it cites or is covered by an
/// erratum; every letter of every document is accounted for; counts and numbers are whole; every id and name used is known.
/// </summary>
public static class CatalogCheck
{
    /// <summary>Checks <c>seeds/</c> and reports every problem at once.</summary>
    /// <param name="seedsFolder">The folder <c>seeds/</c>.</param>
    /// <returns>The problems in file and line order; none when the catalogue is sound. No state of the folder throws.</returns>
    public static IReadOnlyList<SeedProblem> Run(string seedsFolder) => Run(SeedFolder.At(seedsFolder));

    internal static IReadOnlyList<SeedProblem> Run(SeedFolder folder)
    {
        var problems = new List<SeedProblem>();
        var seeds = SeedContents.Read(folder, problems);
        new Compilation(seeds, problems).Lists();
        var documents = new Dictionary<string, DocumentText>(StringComparer.Ordinal);
        var errata = seeds.Errata.SelectMany(entry => entry.Targets.Select(target => target.Split('-')[0]).Distinct().Select(code => (code, entry)))
            .ToLookup(hit => hit.code, hit => hit.entry, StringComparer.Ordinal);
        foreach (var list in seeds.Lists)
        {
            new ListOrder(list, seeds, problems).Run();
            if (Document(list, folder, problems) is not { } document) continue;
            documents[list.Document.File] = document;
            new ListProof(list, errata[list.Code], document, problems).Run();
        }
        new ErrataProof(seeds, documents, problems).Run();
        new VocabularyProof(seeds, problems).Run();
        new BaselineProof(seeds, problems).Run();
        var cited = seeds.Lists.Select(list => $"documents/{list.Document.File}");
        foreach (var stray in folder.Names("documents/", "").Except(cited, StringComparer.Ordinal))
            problems.Add(new SeedProblem($"{SeedFolder.Name}/{stray}", 0, "no list was made from this document."));
        return CatalogReader.InOrder(problems);
    }

    /// <summary>The document of a list, its bytes compared with the hash; null, and a problem, when it cannot be read.</summary>
    private static DocumentText? Document(PrintedList list, SeedFolder folder, List<SeedProblem> problems)
    {
        var name = $"documents/{list.Document.File}";
        if (folder.Bytes(name, problems) is not { } bytes) return null;
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (hash != list.Document.Sha256)
            problems.Add(new SeedProblem(list.SeedFile, list.Document.Sha256Line, $"{name} is not the document as received: its SHA-256 is {hash}."));
        return SeedFile.Decode($"{SeedFolder.Name}/{name}", bytes, problems) is { } file ? new DocumentText(file) : null;
    }
}
