using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using CareCatalog.Testing;

namespace CareCatalog.Import.Tests;

/// <summary>Damaged and hostile files are refused with the reason, within 64 MB and 2 s.</summary>
public sealed class HostileFilesTests : IDisposable
{
    private const long Memory = 64L * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly ListImport Import = new(Lists.Edition, Lists.Words);

    private readonly string folder = Directory.CreateTempSubdirectory("hostile-").FullName;

    public void Dispose() => Directory.Delete(folder, true);

    [Fact]
    public void Read_ZipBomb_IsRefused() => Refused(Zip("bomb.docx", ("word/document.xml", new string(' ', 30_000_000))), "unpacks to many times its size");

    [Fact]
    public void Read_ManySmallParts_IsRefused() =>
        Refused(Zip("parts.docx", [.. Enumerable.Range(0, 2000).Select(number => ($"word/{number}.xml", "<a/>"))]), "more parts");

    [Fact]
    public void Read_SizeThatLies_IsRefused()
    {
        var noise = new StringBuilder("<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>");
        var random = new Random(1);
        while (noise.Length < 12_000_000) noise.Append("<w:p>").Append(random.NextInt64()).Append("</w:p>");
        var path = Zip("lie.docx", ("word/document.xml", noise.Append("</w:document>").ToString()), ("word/a.xml", noise.ToString()));
        var bytes = File.ReadAllBytes(path);
        // The sizes in the central directory are made small.
        for (var at = 0; at + 46 < bytes.Length; at++)
        {
            if (bytes.AsSpan(at).StartsWith("PK\u0001\u0002"u8)) BitConverter.TryWriteBytes(bytes.AsSpan(at + 24), 1000);
        }
        File.WriteAllBytes(path, bytes);
        Refused(path, "");
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("C:\\windows\\system.ini")]
    public void Read_PathThatEscapes_IsRefused(string name) => Refused(Zip("escape.docx", ("word/document.xml", "<a/>"), (name, "x")), "leads out");

    [Theory]
    [InlineData("word/vbaProject.bin")]
    [InlineData("word/embeddings/oleObject1.bin")]
    [InlineData("xl/macrosheets/sheet1.xml")]
    public void Read_Macro_IsRefused(string part) => Refused(Zip("macro.docx", ("word/document.xml", "<a/>"), (part, "x")), "macros or embedded");

    [Fact]
    public void Read_ExternalTemplate_IsRefused() => Refused(
        Zip("template.docx", ("word/document.xml", "<a/>"), ("word/_rels/settings.xml.rels",
            "<Relationships xmlns='r'><Relationship Type='x/attachedTemplate' Target='http://127.0.0.1/t.dotm' TargetMode='External'/></Relationships>")), "outside the file");

    [Fact]
    public void Read_ExternalEntity_IsRefused() => Refused(
        Zip("entity.docx", ("word/document.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>")), "damaged");

    [Fact]
    public void Read_BillionLaughs_IsRefused() => Refused(
        Zip("laughs.xlsx", ("xl/worksheets/sheet1.xml", "<!DOCTYPE a [<!ENTITY x 'ha'><!ENTITY y '&x;&x;&x;&x;'>]><a>&y;</a>")), "damaged");

    [Fact]
    public void Read_DdeField_IsRefused() => Refused(
        Zip("dde.docx", ("word/document.xml", "<w:p xmlns:w='w'><w:instrText>DDEAUTO c:\\\\cmd.exe</w:instrText></w:p>")), "reaches outside");

    [Fact]
    public void Read_Formula_IsRefused()
    {
        Refused(Zip("formula.xlsx", ("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r='1'><c r='A1'><f>HYPERLINK(\"http://x\")</f><v>1</v></c></row></sheetData></worksheet>")), "formula");
        Refused(Text("formula.csv", "a,b,c\n=cmd|' /C calc'!A0,b,c\n"), "formula");
    }

    [Fact]
    public void Read_OneGigabyte_IsRefusedUnread()
    {
        var path = Path.Combine(folder, "big.csv");
        using (var file = File.Create(path)) file.SetLength(1L << 30);
        Refused(path, "bytes");
    }

    [Fact]
    public void Read_FarawayCell_IsRefused() => Refused(
        Zip("far.xlsx", ("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r='1'><c r='XFD1048576'><v>1</v></c></row></sheetData></worksheet>")), "more");

    [Theory]
    [InlineData("<table>")]
    [InlineData("<div>")]
    [InlineData("<table><tr><td rowspan=60000 colspan=60000>")]
    [InlineData("<script>")]
    [InlineData("<!--")]
    public void Read_DeepHtml_EndsInTime(string tag) => Refused(Text("deep.html", string.Concat(Enumerable.Repeat(tag, 6_000_000 / tag.Length))), "");

    [Theory]
    [InlineData("a.docm")]
    [InlineData("a.xls")]
    public void Read_OldOrMacroFormat_IsRefused(string name) => Refused(Text(name, "x"), "save it as");

    [Theory]
    [InlineData("a.docx", "")]
    [InlineData("a.docx", "PK")]
    [InlineData("a.pdf", "%PDF-1.7 nothing")]
    [InlineData("a.txt", "\0\0\0")]
    [InlineData("a.md", "| a | b | c |")]
    public void Read_NoList_IsRefused(string name, string text) => Refused(Text(name, text), "");

    // Forty megabytes of drawing in a file of some kilobytes: work without end, or words without end.
    [RequiresTheory("pdftotext")]
    [InlineData("0 0 m 1 1 l S\n")]
    [InlineData("BT /F1 9 Tf 1 0 0 1 50 50 Tm (a b c d e) Tj ET\n")]
    public void Read_PdfThatUnpacksToMuch_IsRefused(string drawing)
    {
        using var packed = new MemoryStream();
        using (var press = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var piece = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(drawing, 1_000_000 / drawing.Length)));
            for (var written = 0; written < 40; written++) press.Write(piece);
        }
        var path = Path.Combine(folder, "bomb.pdf");
        using (var file = File.Create(path))
        {
            file.Write(Encoding.ASCII.GetBytes(
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
                + $"4 0 obj<</Filter/FlateDecode/Length {packed.Length}>>stream\n"));
            packed.WriteTo(file);
            file.Write("\nendstream endobj\ntrailer<</Root 1 0 R>>\n"u8);
        }
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = Import.Read(path, JurisdictionCode.Parse("370200"));
        Assert.Null(reading.Draft);
        Assert.InRange(reading.Refusal!.Length, 10, 200);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Memory);
    }

    [Fact]
    public void Read_FilesCutAndFlippedAtRandom_NeverThrow()
    {
        var list = Lists.Edition.ListOf(JurisdictionCode.Parse("370200"))!;
        var printer = new ListPrinter(list, PrintStyle.Merged);
        var random = new Random(20261122);
        foreach (var format in new[] { "docx", "xlsx", "html", "md", "csv" })
        {
            var bytes = File.ReadAllBytes(printer.Print(folder, format));
            var path = Path.Combine(folder, $"damaged.{format}");
            for (var run = 0; run < 60; run++)
            {
                var damaged = run % 3 == 0 ? bytes[..random.Next(bytes.Length)] : (byte[])bytes.Clone();
                for (var flip = 0; flip < run % 7 && damaged.Length > 0; flip++) damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
                File.WriteAllBytes(path, damaged);
                var reading = Import.Read(path, list.Code);
                Assert.True(reading.Draft is not null || reading.Refusal is { Length: > 0 });
            }
        }
    }

    private static void Refused(string path, string reason)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        var reading = Import.Read(path, JurisdictionCode.Parse("370200"));
        clock.Stop();
        Assert.Null(reading.Draft);
        Assert.Contains(reason, reading.Refusal, StringComparison.Ordinal);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Patience);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Memory);
    }

    private string Text(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private string Zip(string name, params (string Part, string Text)[] parts)
    {
        var path = Path.Combine(folder, name);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (part, text) in parts)
        {
            using var stream = zip.CreateEntry(part).Open();
            stream.Write(Encoding.UTF8.GetBytes(text));
        }
        return path;
    }
}
