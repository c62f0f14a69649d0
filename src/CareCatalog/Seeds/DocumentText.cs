using System.Text;

namespace CareCatalog.Seeds;

/// <summary>A document with its white space left out: letters, each with the line it stands on.</summary>
internal sealed class DocumentText
{
    private readonly int[] firstOfLine;
    private readonly string letters;

    public DocumentText(SeedFile file)
    {
        Name = file.Name;
        var kept = new StringBuilder(file.Text.Length);
        firstOfLine = new int[file.Lines.Length + 1];
        for (var line = 0; line < file.Lines.Length; line++)
        {
            firstOfLine[line] = kept.Length;
            foreach (var letter in file.Lines[line])
            {
                if (!char.IsWhiteSpace(letter)) kept.Append(letter);
            }
        }
        firstOfLine[^1] = kept.Length;
        letters = kept.ToString();
    }

    /// <summary>The file's path, as problems name it.</summary>
    public string Name { get; }

    /// <summary>How many letters there are.</summary>
    public int Length => letters.Length;

    /// <summary>The letter at a place.</summary>
    public char this[int at] => letters[at];

    /// <summary>The letters from one place up to, and without, another.</summary>
    public string Between(int from, int to) => letters[from..to];

    /// <summary>Whether the document holds a text anywhere, white space ignored.</summary>
    public bool Holds(string text) => letters.Contains(Pack(text), StringComparison.Ordinal);

    /// <summary>The line, from 1, on which a letter stands.</summary>
    public int LineOf(int at)
    {
        var found = Array.BinarySearch(firstOfLine, at);
        if (found < 0) return ~found;
        // A letter belongs to the last of the lines that begin at it: those before are blank.
        while (found + 1 < firstOfLine.Length && firstOfLine[found + 1] == at) found++;
        return found + 1;
    }

    /// <summary>The spans of letters that stretches of lines hold; null when the document has no such lines.</summary>
    public IReadOnlyList<LetterSpan>? Spans(IReadOnlyList<SourceLines> lines) => lines.Any(stretch => stretch.To >= firstOfLine.Length)
        ? null
        : [.. lines.Select(stretch => new LetterSpan(firstOfLine[stretch.From - 1], firstOfLine[stretch.To]))];

    /// <summary>A text with its white space left out.</summary>
    public static string Pack(string text) => text.Any(char.IsWhiteSpace) ? string.Concat(text.Where(letter => !char.IsWhiteSpace(letter))) : text;
}
