using System.Text;

namespace CareCatalog.Seeds;

/// <summary>A text file of <c>seeds/</c>, with the way from an offset to its line.</summary>
internal sealed class SeedFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly List<int> lineStarts = [0];

    private SeedFile(string name, ReadOnlyMemory<byte> bytes, string text)
    {
        Name = name;
        Bytes = bytes;
        Text = text;
        var span = bytes.Span;
        for (var at = 0; at < span.Length; at++)
        {
            if (span[at] == (byte)'\n') lineStarts.Add(at + 1);
        }
    }

    /// <summary>Path relative to the root, as problems name it.</summary>
    public string Name { get; }

    /// <summary>The bytes, without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The same as text.</summary>
    public string Text { get; }

    /// <summary>The lines of the text, split on line feeds; line 1 is the first.</summary>
    public string[] Lines => field ??= Text.Split('\n');

    /// <summary>The line, from 1, in which the byte at an offset stands.</summary>
    public int LineAt(long offset)
    {
        var found = lineStarts.BinarySearch((int)Math.Clamp(offset, 0, Bytes.Length));
        return found >= 0 ? found + 1 : ~found;
    }

    /// <summary>Reads bytes as UTF-8; null, and a problem, when they are not.</summary>
    public static SeedFile? Decode(string name, ReadOnlyMemory<byte> bytes, ICollection<SeedProblem> problems)
    {
        if (bytes.Span.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        try
        {
            return new SeedFile(name, bytes, Strict.GetString(bytes.Span));
        }
        catch (DecoderFallbackException invalid)
        {
            var line = 1 + bytes.Span[..Math.Max(0, invalid.Index)].Count((byte)'\n');
            problems.Add(new SeedProblem(name, line, "is not UTF-8 text."));
            return null;
        }
    }
}
