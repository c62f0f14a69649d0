using System.Text.Json.Nodes;
using CareCatalog.Testing;

namespace CareCatalog.Benchmarks.Scale;

/// <summary>The whole country as a host reads it: an archive of editions whose one edition has a list for every place, copied from the longest two.</summary>
internal static class CountrySeeds
{
    private static readonly string[] Patterns = ["211300", "220100"];

    /// <summary>Writes the archive.</summary>
    /// <param name="archive">Its folder, for <c>Catalogue:Editions</c>.</param>
    /// <param name="rows">About how many rows it is to have.</param>
    /// <returns>The edition in force.</returns>
    public static CatalogEdition Write(string archive, int rows)
    {
        var draft = Path.Combine(archive, "draft");
        Copy(Repository.At("seeds"), Path.Combine(draft, "seeds"));
        Grow(Path.Combine(draft, "seeds"), rows);
        var reading = CatalogReader.Read(Path.Combine(draft, "seeds"));
        var edition = reading.Edition ?? throw new InvalidDataException(string.Join('\n', reading.Problems.Take(5)));
        Directory.Move(draft, Path.Combine(archive, edition.Version));
        File.WriteAllText(Path.Combine(archive, "current"), edition.Version + "\n");
        return edition;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static void Grow(string seeds, int rows)
    {
        var known = CatalogReader.Read(seeds).Edition!;
        var places = known.Places.Where(place => !place.Code.IsNation && !place.Code.IsProvince && known.ListOf(place.Code) is null).ToList();
        var lists = Patterns.Select(code => Pattern(Path.Combine(seeds, "lists", $"{code}.json"))).ToList();
        var annotations = File.ReadAllLines(Path.Combine(seeds, "annotations.tsv"));
        using var annotated = File.AppendText(Path.Combine(seeds, "annotations.tsv"));
        var count = known.Lists.Sum(list => list.Items.Count);
        for (var at = 0; at < places.Count && count < rows; at++)
        {
            var (place, pattern, code) = (places[at], lists[at % lists.Count], Patterns[at % lists.Count]);
            pattern["code"] = place.Code.Value;
            pattern["name"] = place.Name;
            File.WriteAllText(Path.Combine(seeds, "lists", $"{place.Code}.json"), pattern.ToJsonString());
            foreach (var line in annotations.Where(line => line.StartsWith($"{code}-", StringComparison.Ordinal) && line[7] != 'p'))
                annotated.WriteLine(place.Code + line[6..]);
            count += pattern["items"]!.AsArray().Count;
        }
    }

    // Without passages; and where the print leaves the field of a row blank, an erratum of the copied list fills it, which no copy has.
    private static JsonObject Pattern(string file)
    {
        var pattern = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        pattern["passages"] = new JsonArray();
        pattern["counts"]!["passages"] = 0;
        var field = "";
        foreach (var row in pattern["items"]!.AsArray())
        {
            var printed = row!["domain"]!["text"]!.GetValue<string>();
            if (printed.Length == 0) row["domain"]!["text"] = field;
            else field = printed;
        }
        return pattern;
    }
}
