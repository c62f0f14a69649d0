using System.Text;
using System.Xml;

namespace CareCatalog.Import.Papers;

/// <summary>Reads a file by its ending and its first bytes.</summary>
internal static class PaperReader
{
    private static readonly UTF8Encoding Strict = new(false, true);

    static PaperReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The paper, or why the file is refused; no file makes it throw.</summary>
    public static (Paper? Paper, string? Refusal) Read(string path)
    {
        try
        {
            return (ReadFile(path), null);
        }
        catch (Exception failure) when (failure is RefusedFileException or InvalidDataException or XmlException or IOException
            or UnauthorizedAccessException or DecoderFallbackException or InvalidOperationException or FormatException or OverflowException)
        {
            return (null, failure is RefusedFileException or IOException ? failure.Message : $"it is damaged: {failure.Message}");
        }
    }

    /// <summary>The bytes of a file within bounds.</summary>
    public static byte[] Bytes(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read);
        if (file.Length > PaperLimits.FileBytes) throw new RefusedFileException($"it has {file.Length:N0} bytes; {PaperLimits.FileBytes:N0} are allowed.");
        // A device or pipe has no length, so that what is read is counted as well.
        using var kept = new MemoryStream();
        var piece = new byte[64 * 1024];
        for (int read; (read = file.Read(piece)) > 0;)
        {
            kept.Write(piece, 0, read);
            if (kept.Length > PaperLimits.FileBytes) throw PaperLimits.TooMuch("more bytes", PaperLimits.FileBytes);
        }
        return kept.ToArray();
    }

    private static Paper ReadFile(string path)
    {
        var bytes = Bytes(path);
        var ending = Path.GetExtension(path).ToLowerInvariant();
        if (bytes.Length == 0) throw new RefusedFileException("it is empty.");
        if (ending is ".docm" or ".xlsm" or ".doc" or ".xls" or ".et" or ".wps") throw new RefusedFileException($"{ending} is not read; save it as docx or xlsx.");
        if (bytes.AsSpan().StartsWith("%PDF"u8)) return PdfPaper.Read(path);
        if (bytes.AsSpan().StartsWith("PK"u8)) return ending == ".xlsx" ? WorkbookPaper.Read(bytes) : ending == ".docx" ? WordPaper.Read(bytes) : throw new RefusedFileException("a zip file is no docx or xlsx.");
        var text = Text(bytes);
        return ending switch
        {
            ".docx" or ".xlsx" or ".pdf" => throw new RefusedFileException($"it is no {ending[1..]} file."),
            ".html" or ".htm" => WebPaper.Read(text),
            ".csv" => TextPaper.ReadCommas(text),
            _ when text.Contains('\0', StringComparison.Ordinal) => throw new RefusedFileException("it is no text."),
            _ when text.Split('\n').Count(line => line.TrimStart().StartsWith('|')) > 2 => TextPaper.ReadBars(text),
            _ => TextPaper.ReadTabs(text),
        };
    }

    // UTF-8, else the national standard, which older office files are in.
    private static string Text(byte[] bytes)
    {
        var body = bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes.AsSpan();
        try
        {
            return Strict.GetString(body).ReplaceLineEndings("\n");
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(body).ReplaceLineEndings("\n");
        }
    }
}
