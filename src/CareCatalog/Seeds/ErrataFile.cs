using System.Collections.Frozen;
using System.Text.Json;

namespace CareCatalog.Seeds;

/// <summary>Reads an errata file into its entries.</summary>
internal static class ErrataFile
{
    private static readonly FrozenSet<string> Kinds = FrozenSet.Create("list", "text", "meta", "layout", "sense");

    private static readonly FrozenSet<string> Fields = FrozenSet.Create(
        "document", "number", "domain", "audience", "service", "content", "departments", "guidance", "section", "text");

    /// <summary>Reads <c>errata/*.json</c>.</summary>
    public static IReadOnlyList<PrintedErratum> Read(SeedFile file, ICollection<SeedProblem> problems)
    {
        if (SeedNode.Read(file, problems) is not { } node) return [];
        if (node.Kind != JsonTokenType.StartArray) problems.Add(new SeedProblem(file.Name, node.Line, "an array is expected here."));
        return [.. new SeedRecord(node, file, problems).RecordsOf(node).Select(entry => Entry(entry, file.Name))];
    }

    private static PrintedErratum Entry(SeedRecord entry, string file)
    {
        var erratum = new Erratum(
            entry.Text("id"), "", OneOf(entry, "field", Fields), entry.Text("printed"), entry.OptionalText("reading"),
            entry.Share("confidence"), entry.Text("reason"), OneOf(entry, "kind", Kinds))
        { EnglishReason = entry.Text("englishReason") };
        var read = new PrintedErratum(
            entry.Texts("targets"), erratum, entry.Has("lines") ? entry.Lines("lines") : [], file, entry.Line, entry.LineOf("printed"));
        entry.RefuseOthers();
        return read;
    }

    private static string OneOf(SeedRecord entry, string name, FrozenSet<string> known)
    {
        var text = entry.Text(name);
        if (text.Length > 0 && !known.Contains(text))
            entry.Complain(entry.LineOf(name), $"'{text}' is no {name}: {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
        return text;
    }
}
