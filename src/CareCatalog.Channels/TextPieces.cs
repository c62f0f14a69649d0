using System.Buffers;
using System.Text;

namespace CareCatalog.Channels;

/// <summary>Cuts a text that is too long for a channel into pieces, at the end of a line or sentence where there is one.</summary>
public static class TextPieces
{
    // Full-width ends of sentences and clauses stand by their code points.
    private static readonly SearchValues<char> Sentences = SearchValues.Create("\n.!?;\u3002\uff01\uff1f\uff1b");
    private static readonly SearchValues<char> Clauses = SearchValues.Create(" ,:\u3001\uff0c\uff1a");

    /// <summary>The pieces, in order; joined by line breaks they read as the text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="most">The largest size of a piece, at least 4.</param>
    /// <param name="sizeOf">What a character takes of it.</param>
    public static IReadOnlyList<string> Split(string text, int most, Func<Rune, int> sizeOf)
    {
        var pieces = new List<string>();
        var rest = text.AsSpan().Trim('\n');
        while (Fitting(rest, most, sizeOf) is var fitting && fitting < rest.Length)
        {
            var end = EndWithin(rest, fitting);
            pieces.Add(rest[..end].TrimEnd().ToString());
            rest = rest[end..].TrimStart();
        }
        if (rest.Length > 0 || pieces.Count == 0) pieces.Add(rest.ToString());
        return pieces;
    }

    /// <summary>What a character takes in UTF-8.</summary>
    public static int Bytes(Rune rune) => rune.Utf8SequenceLength;

    /// <summary>What a character takes in UTF-16.</summary>
    public static int Characters(Rune rune) => rune.Utf16SequenceLength;

    private static int Fitting(ReadOnlySpan<char> text, int most, Func<Rune, int> sizeOf)
    {
        var (size, length) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if ((size += sizeOf(rune)) > most) break;
            length += rune.Utf16SequenceLength;
        }
        return length;
    }

    // A piece is at least half full, so that pieces stay few.
    private static int EndWithin(ReadOnlySpan<char> text, int fitting)
    {
        var half = text[(fitting / 2)..fitting];
        var end = half.LastIndexOfAny(Sentences);
        if (end < 0) end = half.LastIndexOfAny(Clauses);
        return end < 0 ? fitting : (fitting / 2) + end + 1;
    }
}
