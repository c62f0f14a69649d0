using System.Globalization;
using System.Text;
using System.Xml;

namespace CareCatalog.Import.Papers;

/// <summary>Reads the tables and paragraphs of a docx, streaming.</summary>
internal sealed class WordPaper
{
    private readonly List<string> prose = [];
    private readonly List<PaperTable> tables = [];
    private readonly StringBuilder text = new();
    private TableSheet? table;
    private int tableDepth;
    private int across = 1;
    private bool isContinued;

    private WordPaper()
    {
    }

    public static Paper Read(byte[] bytes)
    {
        using var package = new OfficePackage(bytes);
        using var xml = package.Open("word/document.xml") ?? throw new RefusedFileException("it has no part word/document.xml.");
        var paper = new WordPaper();
        while (xml.Read()) paper.Take(xml);
        paper.EndParagraph();
        return new Paper("docx", paper.prose, paper.tables);
    }

    private void Take(XmlReader xml)
    {
        if (xml.Depth > PaperLimits.Nesting) throw PaperLimits.TooMuch("deeper nesting", PaperLimits.Nesting);
        if (xml.NodeType == XmlNodeType.Element) Begin(xml);
        else if (xml.NodeType == XmlNodeType.EndElement) End(xml.LocalName);
    }

    private void Begin(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "Fallback": xml.Skip(); break;
            case "tbl" when ++tableDepth == 1:
                EndParagraph();
                table = new TableSheet($"table {tables.Count + 1}");
                break;
            case "tr" when tableDepth == 1: table!.BeginRow(); break;
            case "tc" when tableDepth == 1: (across, isContinued) = (1, false); text.Clear(); break;
            case "gridSpan" when tableDepth == 1: across = Number(Value(xml), 1); break;
            case "vMerge" when tableDepth == 1: isContinued = Value(xml) is null or "continue"; break;
            case "br" or "cr": text.Append('\n'); break;
            case "tab" when table is null || text.Length > 0: text.Append(' '); break;
            case "instrText": RefuseField(xml.ReadElementContentAsString()); break;
            case "t" when !xml.IsEmptyElement: Add(xml); break;
        }
    }

    private void Add(XmlReader xml)
    {
        while (xml.Read() && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA) text.Append(xml.Value);
        }
        if (text.Length > PaperLimits.UnpackedBytes) throw PaperLimits.TooMuch("more text", PaperLimits.UnpackedBytes);
    }

    private void End(string name)
    {
        switch (name)
        {
            case "p" when tableDepth == 0: EndParagraph(); break;
            case "p": text.Append('\n'); break;
            case "tc" when tableDepth == 1:
                table!.Add(isContinued ? "" : text.ToString(), across, 1, isContinued);
                text.Clear();
                break;
            case "tbl" when --tableDepth == 0:
                tables.Add(table!.ToTable());
                table = null;
                break;
        }
    }

    private void EndParagraph()
    {
        if (text.ToString().Trim() is { Length: > 0 } line && table is null) prose.Add(line);
        if (table is null) text.Clear();
    }

    private static void RefuseField(string code)
    {
        string[] reaching = ["DDE", "INCLUDETEXT", "INCLUDEPICTURE", "IMPORT", "LINK", "MACROBUTTON"];
        if (reaching.Any(word => code.TrimStart().StartsWith(word, StringComparison.OrdinalIgnoreCase)))
            throw new RefusedFileException("a field of it reaches outside the file.");
    }

    private static string? Value(XmlReader xml) => xml.GetAttribute("val", xml.NamespaceURI);

    private static int Number(string? digits, int otherwise) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
