using System.Security.Cryptography;
using CareCatalog.Dialogs.Lexicons;
using CareCatalog.Dialogs.Recognition;
using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Learning;

/// <summary>The labelled lines of <c>dialogs/learned/</c> and the models that stand beside them.</summary>
public static class Lessons
{
    private const string Folder = "learned";
    private const string DangerLines = "danger.tsv";
    private const string NeedLines = "needs.tsv";
    private const double WeightOfEntry = 0.35;
    private const float LeastOfFew = 0.1f;
    private const float LeastOfMany = 1.0f;

    // Each model and the lines it is made of.
    private static readonly Dictionary<string, string> Sources = new() { ["danger"] = DangerLines, ["danger-kind"] = DangerLines, ["needs"] = NeedLines };

    /// <summary>Reads a model.</summary>
    /// <param name="dialogsFolder">The folder <c>dialogs/</c>.</param>
    /// <param name="name"><c>danger</c>, <c>danger-kind</c> or <c>needs</c>.</param>
    /// <exception cref="InvalidDataException">The model is damaged; the message names the line.</exception>
    public static TextClassifier Model(string dialogsFolder, string name) => TextClassifier.Read(FileOf(dialogsFolder, $"{name}.model.tsv"));

    /// <summary>Learns every model anew from the lines and lexicons as they stand, and writes it.</summary>
    /// <param name="dialogsFolder">The folder <c>dialogs/</c>.</param>
    /// <param name="seedsFolder">The folder <c>seeds/</c>, for the table of characters.</param>
    /// <returns>What was learned, a line for each model.</returns>
    /// <exception cref="InvalidDataException">A file is damaged; the message names the line.</exception>
    public static IReadOnlyList<string> Learn(string dialogsFolder, string seedsFolder)
    {
        var problems = new List<SeedProblem>();
        var lexicons = LexiconSet.Read(dialogsFolder, CharacterTable.Read(Path.Combine(seedsFolder, "characters.tsv")), problems);
        if (problems.Count > 0) throw new InvalidDataException(string.Join('\n', problems));
        var signs = new DangerSigns(lexicons["danger"], lexicons["safe"]);
        (FoldedText, IReadOnlyList<string>) Noticing(string text) => lexicons.Scan(text) is var scan ? (scan.Text, signs.Of(scan)) : default;
        (FoldedText, IReadOnlyList<string>) Plainly(string text) => (lexicons.Scan(text).Text, []);

        var dangers = LabelledLine.ReadAll(FileOf(dialogsFolder, DangerLines));
        var needs = LabelledLine.ReadAll(FileOf(dialogsFolder, NeedLines));
        return
        [
            Write(dialogsFolder, "danger", [.. dangers.Select(line => line.Labels[0] == LabelledLine.None ? line : line with { Labels = [DangerReader.Danger] }), .. Phrases(lexicons, DangerLabel)], LeastOfFew, Noticing),
            Write(dialogsFolder, "danger-kind", [.. dangers.Where(line => line.Labels[0] != LabelledLine.None), .. Phrases(lexicons, line => KindOf(line) == "danger" ? line.Id : null)], LeastOfFew, Noticing),
            Write(dialogsFolder, "needs", [.. needs, .. Phrases(lexicons, NeedLabel)], LeastOfMany, Plainly),
        ];
    }

    /// <summary>What is wrong with the lines and the models: an unknown label, a damaged file, a model of other lines.</summary>
    /// <param name="dialogsFolder">The folder <c>dialogs/</c>.</param>
    /// <param name="needs">The ids of the needs there are.</param>
    /// <param name="dangers">The kinds of danger that have a banner.</param>
    public static IEnumerable<SeedProblem> Check(string dialogsFolder, IEnumerable<string> needs, IEnumerable<string> dangers) =>
    [
        .. Labels(dialogsFolder, NeedLines, [.. needs, LabelledLine.Family, LabelledLine.None]),
        .. Labels(dialogsFolder, DangerLines, [.. dangers, LabelledLine.None]),
        .. Sources.SelectMany(model => Stale(dialogsFolder, model.Key, model.Value)),
    ];

    private static IEnumerable<SeedProblem> Labels(string dialogsFolder, string file, HashSet<string> known)
    {
        IReadOnlyList<LabelledLine> lines;
        try
        {
            lines = LabelledLine.ReadAll(FileOf(dialogsFolder, file));
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            return [new SeedProblem(Shown(file), 0, fault.Message)];
        }
        return lines.SelectMany((line, at) => line.Labels.Where(label => !known.Contains(label)).Select(label => new SeedProblem(Shown(file), at + 2, $"'{label}' is not known")));
    }

    private static IEnumerable<SeedProblem> Stale(string dialogsFolder, string name, string lines)
    {
        try
        {
            return Model(dialogsFolder, name).Origin == MarkOf(FileOf(dialogsFolder, lines)) ? []
                : [new SeedProblem(Shown($"{name}.model.tsv"), 1, $"the model was made of other lines than {lines} holds; 'carecatalog learn' renews it")];
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            return [new SeedProblem(Shown($"{name}.model.tsv"), 0, fault.Message)];
        }
    }

    private static string FileOf(string dialogsFolder, string name) => Path.Combine(dialogsFolder, Folder, name);

    private static string Shown(string name) => $"dialogs/{Folder}/{name}";

    private static string MarkOf(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))[..16];

    private static string Write(string dialogsFolder, string name, IReadOnlyList<LabelledLine> lines, float leastWeight, Func<string, (FoldedText, IReadOnlyList<string>)> read)
    {
        using var writer = new StreamWriter(FileOf(dialogsFolder, $"{name}.model.tsv"));
        var model = ClassifierLearner.Learn(lines, MarkOf(FileOf(dialogsFolder, Sources[name])), leastWeight, read);
        model.Write(writer);
        return $"{name}: {model.Labels.Count} labels from {lines.Count} lines";
    }

    // What the lexicons name is told to the models as well.
    private static IEnumerable<LabelledLine> Phrases(LexiconSet lexicons, Func<LexiconLine, string?> labelOf)
    {
        var examples = new EntryExamples(lexicons.Lines);
        foreach (var line in lexicons.Lines.Where(line => !line.IsWeak && line.Id[0] != '{'))
            if (labelOf(line) is { } label)
                foreach (var phrase in line.Entries.SelectMany(entry => examples.Of(line, entry)))
                    yield return new LabelledLine([label], phrase, WeightOfEntry);
    }

    private static string? DangerLabel(LexiconLine line) => KindOf(line) switch
    {
        "danger" => DangerReader.Danger,
        "commands" => LabelledLine.None,
        "safe" when line.Id == "lookalike" => LabelledLine.None,
        _ => null,
    };

    private static string? NeedLabel(LexiconLine line) => KindOf(line) switch
    {
        "needs" => line.Id,
        "outside" => LabelledLine.None,
        "commands" when line.Id == "overview" => LabelledLine.Family,
        _ => null,
    };

    private static string KindOf(LexiconLine line) => Path.GetFileNameWithoutExtension(line.File);
}
