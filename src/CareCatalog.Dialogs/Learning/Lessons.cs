using CareCatalog.Dialogs.Lexicons;
using CareCatalog.Dialogs.Recognition;
using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Learning;

/// <summary>The labelled lines of <c>dialogs/learned/</c> and the models that stand beside them.</summary>
public static class Lessons
{
    private const string Folder = "learned";
    private const double WeightOfEntry = 0.35;
    private const float LeastOfFew = 0.1f;
    private const float LeastOfMany = 1.0f;

    /// <summary>Reads a model.</summary>
    /// <param name="dialogsFolder">The folder <c>dialogs/</c>.</param>
    /// <param name="name"><c>danger</c>, <c>danger-kind</c> or <c>needs</c>.</param>
    /// <exception cref="InvalidDataException">The model is damaged; the message names the line.</exception>
    public static TextClassifier Model(string dialogsFolder, string name) => TextClassifier.Read(Path.Combine(dialogsFolder, Folder, $"{name}.model.tsv"));

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

        var dangers = LabelledLine.ReadAll(Path.Combine(dialogsFolder, Folder, "danger.tsv"));
        var needs = LabelledLine.ReadAll(Path.Combine(dialogsFolder, Folder, "needs.tsv"));
        return
        [
            Write(dialogsFolder, "danger", [.. dangers.Select(line => line.Labels[0] == LabelledLine.None ? line : line with { Labels = [DangerReader.Danger] }), .. Phrases(lexicons, DangerLabel)], LeastOfFew, Noticing),
            Write(dialogsFolder, "danger-kind", [.. dangers.Where(line => line.Labels[0] != LabelledLine.None), .. Phrases(lexicons, line => KindOf(line) == "danger" ? line.Id : null)], LeastOfFew, Noticing),
            Write(dialogsFolder, "needs", [.. needs, .. Phrases(lexicons, NeedLabel)], LeastOfMany, Plainly),
        ];
    }

    private static string Write(string dialogsFolder, string name, IReadOnlyList<LabelledLine> lines, float leastWeight, Func<string, (FoldedText, IReadOnlyList<string>)> read)
    {
        using var writer = new StreamWriter(Path.Combine(dialogsFolder, Folder, $"{name}.model.tsv"));
        var model = ClassifierLearner.Learn(lines, leastWeight, read);
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
