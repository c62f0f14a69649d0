using System.Buffers.Binary;
using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace CareCatalog.Search;

/// <summary>
/// An index as one compact file: a checksum, then compressed what it was built from, the terms with their rarity, and the postings of
/// every list as they lie in memory. It is read by copying arrays; a file of another edition or with one bit changed is not taken.
/// </summary>
internal static class IndexFile
{
    private const int Magic = 0x32584343;
    private const int Head = SHA256.HashSizeInBytes + sizeof(int);

    public static void Write(Stream output, string key, TermNumbers numbers, FrozenDictionary<JurisdictionCode, ListIndex> lists)
    {
        using var body = new MemoryStream();
        using (var writer = new BinaryWriter(body, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(key);
            var terms = numbers.All.ToList();
            writer.Write(terms.Count);
            foreach (var (term, idf) in terms)
            {
                writer.Write(term);
                writer.Write(idf);
            }
            writer.Write(lists.Count);
        }
        foreach (var (code, list) in lists.OrderBy(list => list.Key.Value, StringComparer.Ordinal))
        {
            body.Write(Encoding.ASCII.GetBytes(code.Value));
            foreach (var postings in list.All) postings.Write(body);
        }
        using var packed = new MemoryStream();
        packed.Write(BitConverter.GetBytes((int)body.Length));
        using (var press = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) press.Write(body.GetBuffer(), 0, (int)body.Length);
        output.Write(SHA256.HashData(packed.GetBuffer().AsSpan(0, (int)packed.Length)));
        packed.Position = 0;
        packed.CopyTo(output);
    }

    /// <summary>The parts of an index; null, and why, when the file is not the one wanted.</summary>
    public static (TermNumbers Numbers, FrozenDictionary<JurisdictionCode, ListIndex> Lists)? Read(ReadOnlySpan<byte> input, string key, CatalogEdition edition, out string? refusal)
    {
        refusal = "it is damaged.";
        // Arrays are kept as they lie in the memory of the usual machines.
        if (input.Length < Head || !BitConverter.IsLittleEndian) return null;
        if (!SHA256.HashData(input[SHA256.HashSizeInBytes..]).AsSpan().SequenceEqual(input[..SHA256.HashSizeInBytes])) return null;
        try
        {
            var parts = Parts(Unpacked(input[SHA256.HashSizeInBytes..]), key, edition, ref refusal);
            if (parts is not null) refusal = null;
            return parts;
        }
        catch (Exception damage) when (damage is InvalidDataException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static byte[] Unpacked(ReadOnlySpan<byte> input)
    {
        var body = new byte[Number(ref input)];
        using var packed = new MemoryStream(input.ToArray());
        using var press = new ZLibStream(packed, CompressionMode.Decompress);
        return press.ReadAtLeast(body, body.Length, throwOnEndOfStream: false) == body.Length ? body : throw new InvalidDataException("The index ends too early.");
    }

    private static (TermNumbers, FrozenDictionary<JurisdictionCode, ListIndex>)? Parts(ReadOnlySpan<byte> input, string key, CatalogEdition edition, ref string? refusal)
    {
        if (Number(ref input) != Magic || Text(ref input) != key)
        {
            refusal = "it is of another edition, table of characters or version of the program.";
            return null;
        }
        var terms = new (string, double)[Number(ref input)];
        for (var at = 0; at < terms.Length; at++) terms[at] = (Text(ref input), Real(ref input));
        var numbers = new TermNumbers();
        numbers.Restore(terms);
        var lists = new Dictionary<JurisdictionCode, ListIndex>();
        for (var left = Number(ref input); left > 0; left--)
        {
            var code = JurisdictionCode.Parse(Encoding.ASCII.GetString(input[..6]));
            input = input[6..];
            var (items, passages) = (Postings.Read(ref input), Postings.Read(ref input));
            if (edition.ListOf(code) is not { } list || list.Items.Count != items.RowCount || list.Passages.Count != passages.RowCount) return null;
            lists[code] = new ListIndex(list, items, passages);
        }
        return lists.Count == edition.Lists.Count ? (numbers, lists.ToFrozenDictionary()) : null;
    }

    private static int Number(ref ReadOnlySpan<byte> input)
    {
        var number = BinaryPrimitives.ReadInt32LittleEndian(input);
        input = input[sizeof(int)..];
        return number;
    }

    private static double Real(ref ReadOnlySpan<byte> input)
    {
        var real = BinaryPrimitives.ReadDoubleLittleEndian(input);
        input = input[sizeof(double)..];
        return real;
    }

    // As BinaryWriter writes texts: the length in sevens of bits, then UTF-8.
    private static string Text(ref ReadOnlySpan<byte> input)
    {
        var (length, shift) = (0, 0);
        byte part;
        do
        {
            part = input[0];
            input = input[1..];
            length |= (part & 0x7F) << shift;
            shift += 7;
        }
        while ((part & 0x80) != 0);
        var text = Encoding.UTF8.GetString(input[..length]);
        input = input[length..];
        return text;
    }
}
