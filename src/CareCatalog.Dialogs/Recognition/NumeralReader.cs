using System.Globalization;
using CareCatalog.Dialogs.Lexicons;
using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Recognition;

/// <summary>Reads numbers in digits, in Chinese numerals and in English words, before or after a place in a message.</summary>
internal sealed class NumeralReader
{
    private const int Ten = 10;
    private const int Hundred = 100;

    private readonly Dictionary<char, int> numerals = [];
    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly HashSet<char> connectors = [];

    /// <summary>Takes the numerals from the lines of <c>numbers.lex</c>: the id is the value, or <c>to</c>.</summary>
    public NumeralReader(IEnumerable<LexiconLine> lines)
    {
        foreach (var line in lines.Where(line => Path.GetFileName(line.File) == "numbers.lex"))
            foreach (var entry in line.Entries)
                if (!int.TryParse(line.Id, out var value)) connectors.Add(entry[0]);
                else if (entry.Length == 1 && entry[0] > 0x80) numerals[entry[0]] = value;
                else words[Stemmer.Stem(entry)] = value;
    }

    /// <summary>The number that ends at <paramref name="end"/>, blanks and hyphens aside; null when there is none.</summary>
    /// <param name="text">The message.</param>
    /// <param name="end">Where it ends, exclusive.</param>
    /// <param name="floor">Where it begins at the earliest: 老二三岁 is three, not two or three.</param>
    public Numeral? EndingAt(FoldedText text, int end, int floor = 0)
    {
        while (end > floor && text.Text[end - 1] is ' ' or '-') end--;
        var start = StartOf(text.Text, end, floor);
        if (start == end) return WordEndingAt(text, end);
        // "3-4" and "三到四": a second number before a connector; 三、四 is three or four, 三、五 is a list.
        if (start > floor + 1 && connectors.Contains(text.Text[start - 1]) && IsNumeral(text.Text[start - 2]))
        {
            var first = StartOf(text.Text, start - 1, floor);
            if (Parse(text.Text.AsSpan(first, start - 1 - first)) is { } low && Parse(text.Text.AsSpan(start, end - start)) is { } high
                && low.Low < high.High && (text.Text[start - 1] != '\u3001' || high.High == low.Low + 1))
                return new Numeral(low.Low, high.High, first, end);
        }
        return Parse(text.Text.AsSpan(start, end - start)) is { } value ? value with { Start = start, End = end } : null;
    }

    /// <summary>The number that begins at <paramref name="start"/>, blanks aside; null when there is none.</summary>
    public Numeral? StartingAt(FoldedText text, int start)
    {
        while (start < text.Text.Length && text.Text[start] is ' ' or ',' or ':' or '(') start++;
        var end = start;
        while (end < text.Text.Length && (IsNumeral(text.Text[end]) || (end > start && IsThousands(text.Text, end)))) end++;
        if (end > start) return Parse(text.Text.AsSpan(start, end - start).TrimEnd('.')) is { } value ? value with { Start = start, End = end } : null;
        foreach (var word in text.Words)
            if (word.Start == start && words.TryGetValue(word.Stem, out var number)) return new Numeral(number, number, word.Start, word.End);
        return null;
    }

    // Digits and Chinese numerals make no number together: 老二3岁 is three. A dot begins none.
    private int StartOf(string text, int end, int floor)
    {
        var start = end;
        while (start > floor && (IsThousands(text, start - 1) || IsNumeral(text[start - 1]) && IsDigit(text[start - 1]) == IsDigit(text[end - 1]))) start--;
        while (start < end && text[start] == '.') start++;
        return start;
    }

    // The comma of 4,000.
    private static bool IsThousands(string text, int at) => text[at] == ',' && at > 0 && char.IsAsciiDigit(text[at - 1]) && at + 3 < text.Length
        && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3]) && (at + 4 == text.Length || !char.IsAsciiDigit(text[at + 4]));

    private static bool IsDigit(char c) => char.IsAsciiDigit(c) || c == '.';

    private bool IsNumeral(char c) => IsDigit(c) || numerals.ContainsKey(c);

    private Numeral? WordEndingAt(FoldedText text, int end)
    {
        foreach (var word in text.Words)
            if (word.End == end && words.TryGetValue(word.Stem, out var value)) return new Numeral(value, value, word.Start, word.End);
        return null;
    }

    private Numeral? Parse(ReadOnlySpan<char> digits)
    {
        if (digits.Length is 0 or > 12) return null;
        if (char.IsAsciiDigit(digits[0]))
            return double.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value)
                ? new Numeral(value, value, 0, 0) : null;
        return ParseHan(digits);
    }

    private Numeral? ParseHan(ReadOnlySpan<char> digits)
    {
        double total = 0, pending = -1, range = 0;
        foreach (var c in digits)
        {
            if (!numerals.TryGetValue(c, out var value)) return null;
            if (value is Ten or Hundred)
            {
                total += (pending < 0 ? 1 : pending) * value;
                pending = -1;
            }
            else if (pending <= 0) pending = value;
            else if (value == pending + 1 && range == 0) range = 1; // 五六: five or six
            else pending = (pending * 10) + value;                  // 二〇二一
        }
        total += Math.Max(0, pending);
        return new Numeral(total, total + range, 0, 0);
    }
}
