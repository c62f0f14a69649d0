using System.IO.Compression;
using System.Xml;

namespace CareCatalog.Import.Papers;

/// <summary>
/// The zip package of a docx or xlsx, opened in memory and looked over before a word of it is read: nothing is ever unpacked to a
/// path, and macros, external parts, document types and bombs are refused.
/// </summary>
internal sealed class OfficePackage : IDisposable
{
    private static readonly XmlReaderSettings Locked = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = PaperLimits.UnpackedBytes,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private readonly ZipArchive zip;
    private long unpacked;

    public OfficePackage(byte[] bytes)
    {
        zip = new ZipArchive(new MemoryStream(bytes, writable: false));
        if (zip.Entries.Count > PaperLimits.ZipEntries) throw PaperLimits.TooMuch("more parts", PaperLimits.ZipEntries);
        foreach (var entry in zip.Entries) Inspect(entry);
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))) InspectRelations(entry);
    }

    public void Dispose() => zip.Dispose();

    public IEnumerable<string> Parts => zip.Entries.Select(entry => entry.FullName);

    /// <summary>A part as XML; null when there is none.</summary>
    public XmlReader? Open(string part) => zip.GetEntry(part) is { } entry ? XmlReader.Create(Bounded(entry), Locked) : null;

    private static void Inspect(ZipArchiveEntry entry)
    {
        var name = entry.FullName.Replace('\\', '/');
        if (name.StartsWith('/') || name.Contains(':', StringComparison.Ordinal) || name.Split('/').Contains(".."))
            throw new RefusedFileException("a part's name leads out of the package.");
        if (name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) || name.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase)
            || name.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase) || name.Contains("/activeX/", StringComparison.OrdinalIgnoreCase))
            throw new RefusedFileException($"it carries macros or embedded objects ({Path.GetFileName(name)}).");
        if (entry.Length > PaperLimits.UnpackedBytes || entry.Length > 4096 && entry.Length / Math.Max(1, entry.CompressedLength) > PaperLimits.ZipRatio)
            throw new RefusedFileException("a part unpacks to many times its size.");
    }

    private void InspectRelations(ZipArchiveEntry entry)
    {
        using var xml = XmlReader.Create(Bounded(entry), Locked);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.GetAttribute("TargetMode") == "External"
                && xml.GetAttribute("Type")?.EndsWith("/hyperlink", StringComparison.Ordinal) != true)
                throw new RefusedFileException("it draws on something outside the file.");
        }
    }

    // What the directory of a zip says of sizes may be a lie, so that the stream itself is counted.
    private CountedStream Bounded(ZipArchiveEntry entry) => new(entry.Open(), read =>
    {
        unpacked += read;
        if (unpacked > PaperLimits.UnpackedBytes) throw PaperLimits.TooMuch("more bytes unpacked", PaperLimits.UnpackedBytes);
    });
}
