using System.Collections.Frozen;
using System.Globalization;
using CareCatalog.Search.Text;

namespace CareCatalog.Channels.Privacy;

/// <summary>A text as it is compared: half width, lower case, simplified; each character in the place it had.</summary>
internal sealed class FoldedLine
{
    private readonly string original;
    private readonly int[] digits;

    public FoldedLine(string text, CharacterTable characters, FrozenDictionary<char, int> numerals)
    {
        original = text;
        digits = new int[text.Length];
        var folded = new char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            folded[i] = Fold(text[i], characters);
            digits[i] = CharUnicodeInfo.GetDigitValue(text[i]) is >= 0 and var value ? value
                : numerals.TryGetValue(folded[i], out var numeral) ? numeral
                : -1;
        }
        Text = new string(folded);
    }

    /// <summary>The text folded.</summary>
    public string Text { get; }

    /// <summary>The digit at a place, whatever it is written with; -1 when there is none.</summary>
    public int DigitAt(int index) => digits[index];

    /// <summary>Whether the character stood in upper case.</summary>
    public bool IsUpper(int index) => char.IsUpper(original[index]);

    /// <summary>Whether a character may stand between the digits of one number.</summary>
    public bool Joins(int index) => Text[index] is ' ' or '\t' or '-' or '_' or '.' or ',' or '/' or '(' or ')'
        or '\u00b7' or '\u2022' or (>= '\u2010' and <= '\u2015') or '\u2212' or '\ufe0f' or '\u20e3'
        or (>= '\u200b' and <= '\u200d') or '\u2060' or '\ufeff' or '\u00a0';

    private static char Fold(char c, CharacterTable characters)
    {
        if (c is >= '\uff01' and <= '\uff5e') c = (char)(c - 0xfee0);
        else if (c == '\u3000') c = ' ';
        return characters.Simplify(char.ToLowerInvariant(c));
    }
}
