using System.CommandLine;
using CareCatalog.Dialogs;
using CareCatalog.Dialogs.Comparing;

namespace CareCatalog.Cli;

/// <summary><c>compare</c>: lists beside the national index.</summary>
internal static class CompareCommand
{
    private static readonly char[] Commas = [',', '，', '、'];

    public static Command Build()
    {
        var places = new Option<string?>("--places") { Description = "Places by name or code, parted by commas: 青岛,220100 (default: every place with a list)" };
        var service = new Option<string?>("--service") { Description = "A national service by name, row id or need: 义务教育, 000000-03, zhongkao" };
        var json = new Option<bool>("--json") { Description = "Print the comparison as JSON" };
        var svg = new Option<FileInfo?>("--svg") { Description = "Draw places × national services into this file" };
        var language = CommonOptions.Language();
        var edition = EditionOptions.Edition();
        var editions = EditionOptions.Archive();
        var root = Catalogue.Root();
        var command = new Command("compare", "Compares lists with the national index.") { places, service, json, svg, language, edition, editions, root };
        command.SetAction(result => CommonOptions.Guard(() =>
        {
            var folder = Catalogue.FolderOf(result.GetValue(root));
            var current = EditionOptions.Read(folder, result.GetValue(edition), result.GetValue(editions));
            var words = ComparisonWriter.Load(Path.Combine(folder, "dialogs"), CommonOptions.LanguageOf(result.GetValue(language)) ?? Language.Chinese);
            if (Compare(current, result.GetValue(places), result.GetValue(service), words, out var refusal) is not { } comparison) return CommonOptions.Refuse(refusal);
            if (result.GetValue(svg) is { } file) File.WriteAllText(file.FullName, CoverageChart.Draw(comparison, current, words));
            else if (result.GetValue(json)) Print(comparison);
            else foreach (var line in words.Lines(comparison, current)) Console.WriteLine(line);
            return 0;
        }));
        return command;
    }

    private static Comparison? Compare(CatalogEdition edition, string? places, string? service, ComparisonWriter words, out string refusal)
    {
        refusal = "";
        var codes = new List<JurisdictionCode>();
        foreach (var text in (places ?? "").Split(Commas, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (edition.ListCalled(text) is { } list) codes.Add(list.Code);
            else refusal = words.NoList(text);
        }
        var services = service is null ? [] : Comparison.ServicesCalled(edition, service);
        if (service is not null && services.Count == 0) refusal = $"'{service}' is no national service.";
        if (refusal.Length > 0) return null;
        return codes.Count > 0 ? Comparison.Of(edition, codes, services) : Comparison.Of(edition, [.. edition.Lists.Select(list => list.Code)], services);
    }

    private static void Print(Comparison comparison)
    {
        using var output = Console.OpenStandardOutput();
        ComparisonExport.WriteJson(comparison, output, indented: true);
        output.WriteByte((byte)'\n');
    }
}
