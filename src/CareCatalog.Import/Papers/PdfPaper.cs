using System.Diagnostics;
using System.Globalization;

namespace CareCatalog.Import.Papers;

/// <summary>Reads a PDF through <c>pdftotext -tsv</c> of poppler: words with their places, put together into columns and rows.</summary>
internal static class PdfPaper
{
    public static Paper Read(string path)
    {
        var words = Words(path);
        if (words.Count == 0) throw new RefusedFileException("it holds no text; a scanned page must be read by a person first.");
        return PdfLayout.Arrange(Sized(words));
    }

    // The boxes are as high as the font allows, not as its letters are; a Chinese letter is as high as it is wide.
    private static List<PdfWord> Sized(List<PdfWord> words)
    {
        static int Wide(string text) => text.Count(letter => letter > '\u2E80');
        var sizes = words.Where(word => Wide(word.Text) == word.Text.Length).Select(word => word.Width / word.Text.Length).Order().ToList();
        if (sizes.Count == 0) return words;
        var usual = sizes[sizes.Count / 2];
        return [.. words.Select(word => Wide(word.Text) == word.Text.Length ? word.Width / word.Text.Length : usual)
            .Zip(words, (size, word) => word with { Top = word.Middle - (size / 2), Height = size })];
    }

    private static List<PdfWord> Words(string path)
    {
        // The limits of the shell hold a hostile file down: 64 MB of data, 1 s of work of the 2 s there are. One limit a command: a plain shell takes no more.
        var start = new ProcessStartInfo("/bin/sh")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "-c", "ulimit -d 65536 && ulimit -t 1 && exec pdftotext -q -tsv -l 60 -- \"$0\" -", Path.GetFullPath(path) },
        };
        using var process = Process.Start(start) ?? throw new RefusedFileException("pdftotext cannot be started.");
        var words = new List<PdfWord>();
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (Word(line.Split('\t')) is { } word) words.Add(word);
            if (words.Count <= PaperLimits.Cells * 4) continue;
            process.Kill();
            throw PaperLimits.TooMuch("more words", PaperLimits.Cells * 4);
        }
        if (!process.WaitForExit(PaperLimits.Patience)) process.Kill();
        process.WaitForExit();
        return process.ExitCode switch
        {
            0 => words,
            127 => throw new RefusedFileException("pdftotext is not installed (Debian: poppler-utils)."),
            _ => throw new RefusedFileException("pdftotext cannot read it."),
        };
    }

    // level page par block line word left top width height conf text
    private static PdfWord? Word(string[] cells) =>
        cells is ["5", var page, _, _, _, _, var left, var top, var width, var height, _, var text] && text.Length > 0
            ? new PdfWord(int.Parse(page, CultureInfo.InvariantCulture), Number(left), Number(top), Number(width), Number(height), text)
            : null;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
