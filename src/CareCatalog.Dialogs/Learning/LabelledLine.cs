namespace CareCatalog.Dialogs.Learning;

/// <summary>A line that people have labelled, or a phrase of a lexicon.</summary>
/// <param name="Labels">What it is about; one at least.</param>
/// <param name="Text">The line.</param>
/// <param name="Weight">How much it counts; 1 for a line of its own.</param>
public sealed record LabelledLine(IReadOnlyList<string> Labels, string Text, double Weight = 1)
{
    /// <summary>The label of lines that are about none of the things told apart.</summary>
    public const string None = "none";

    /// <summary>The label of lines that tell of the family and ask for nothing in particular.</summary>
    public const string Family = "family";

    /// <summary>Reads a file of labels parted by commas, tab, text; a first line of headings.</summary>
    /// <exception cref="InvalidDataException">A line is not of this form; the message names it.</exception>
    public static IReadOnlyList<LabelledLine> ReadAll(string file) =>
        [.. File.ReadLines(file).Skip(1).Select((line, index) => line.Split('\t') is [{ Length: > 0 } labels, { Length: > 0 } text]
            ? new LabelledLine(labels.Split(','), text)
            : throw new InvalidDataException($"{file}:{index + 2}: a line is labels, a tab and a text."))];
}
