using System.Text.RegularExpressions;

namespace CareCatalog.Channels.Privacy;

/// <summary>Finds names in English talk after words that announce one: up to three capitalised words, or one that is no word of the talk.</summary>
/// <param name="words">What announces a name, and what is none.</param>
internal sealed class EnglishNameFinder(MaskWords words)
{
    private const int MostWords = 3;

    private readonly Regex cues = new(
        $"\\b{words.AnyOf("english-name-cue")}[ :]+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>The names of a text.</summary>
    public IEnumerable<PersonalDatum> Find(FoldedLine line)
    {
        foreach (Match cue in cues.Matches(line.Text))
        {
            var start = cue.Index + cue.Length;
            var end = start;
            var isSure = cue.Value.Contains("name", StringComparison.Ordinal) || cue.Value.Contains("called", StringComparison.Ordinal);
            for (var count = 0; count < MostWords && WordEnd(line.Text, end) is var next && next > end; count++)
            {
                var isCapital = line.IsUpper(end);
                if (words["english-name-never"].Contains(line.Text[end..next]) || (!isCapital && (count > 0 || !isSure))) break;
                end = next + 1;
            }
            if (end > start) yield return new PersonalDatum(start, end - 1, PersonalDataKind.Name);
        }
    }

    private static int WordEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsAsciiLetter(text[end]) || text[end] is '\'')) end++;
        return end;
    }
}
