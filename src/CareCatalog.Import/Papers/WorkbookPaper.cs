using System.Globalization;
using System.Xml;

namespace CareCatalog.Import.Papers;

/// <summary>Reads the sheets of an xlsx, streaming; formulas are refused, for their values may be anything.</summary>
internal static class WorkbookPaper
{
    public static Paper Read(byte[] bytes)
    {
        using var package = new OfficePackage(bytes);
        var texts = SharedTexts(package);
        var sheets = package.Parts.Where(part => part.StartsWith("xl/worksheets/", StringComparison.Ordinal) && part.EndsWith(".xml", StringComparison.Ordinal))
            .OrderBy(part => part.Length).ThenBy(part => part, StringComparer.Ordinal).ToList();
        if (sheets.Count == 0) throw new RefusedFileException("it has no sheet.");
        return new Paper("xlsx", [], [.. sheets.Select(part => Sheet(package, part, texts))]);
    }

    private static List<string> SharedTexts(OfficePackage package)
    {
        var texts = new List<string>();
        using var xml = package.Open("xl/sharedStrings.xml");
        while (xml is not null && xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "si") continue;
            if (texts.Count > PaperLimits.Cells) throw PaperLimits.TooMuch("more texts", PaperLimits.Cells);
            using var entry = xml.ReadSubtree();
            texts.Add(TextOf(entry));
        }
        return texts;
    }

    private static string TextOf(XmlReader xml)
    {
        var text = "";
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "rPh") xml.Skip();
            while (xml.NodeType == XmlNodeType.Element && xml.LocalName == "t" && text.Length <= PaperLimits.CellLength) text += xml.ReadElementContentAsString();
        }
        return text;
    }

    private static PaperTable Sheet(OfficePackage package, string part, List<string> texts)
    {
        var sheet = new TableSheet(Path.GetFileNameWithoutExtension(part));
        var merged = new List<(int Y, int X, int LastY, int LastX)>();
        using var xml = package.Open(part)!;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "c") Cell(xml, sheet, texts);
            else if (xml.LocalName == "mergeCell" && xml.GetAttribute("ref")?.Split(':') is [var from, var to]
                && Place(from) is { } first && Place(to) is { } last) merged.Add((first.Y, first.X, last.Y, last.X));
        }
        foreach (var (y, x, lastY, lastX) in merged) Cover(sheet, y, x, lastY, lastX);
        return sheet.ToTable();
    }

    private static void Cover(TableSheet sheet, int top, int left, int bottom, int right)
    {
        for (var y = top; y <= bottom; y++)
        {
            for (var x = left; x <= right; x++)
            {
                if (y != top || x != left) sheet.Put(y, x, new PaperCell("", true));
            }
        }
    }

    private static void Cell(XmlReader xml, TableSheet sheet, List<string> texts)
    {
        var (place, kind) = (Place(xml.GetAttribute("r") ?? ""), xml.GetAttribute("t"));
        if (xml.IsEmptyElement || place is null) return;
        var value = "";
        using var cell = xml.ReadSubtree();
        while (cell.Read())
        {
            if (cell.NodeType != XmlNodeType.Element) continue;
            if (cell.LocalName == "f") throw new RefusedFileException($"cell {xml.GetAttribute("r")} of {sheet.ToTable().Where} holds a formula.");
            while (cell.NodeType == XmlNodeType.Element && cell.LocalName is "v" or "t") value += cell.ReadElementContentAsString();
        }
        if (kind == "s") value = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < texts.Count ? texts[at] : "";
        if (value.Length > PaperLimits.CellLength) throw PaperLimits.TooMuch("a cell longer", PaperLimits.CellLength);
        sheet.Put(place.Value.Y, place.Value.X, new PaperCell(value.Trim()));
    }

    private static (int Y, int X)? Place(string name)
    {
        var letters = name.TakeWhile(char.IsAsciiLetterUpper).Count();
        if (letters is 0 or > 3 || !int.TryParse(name.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row) || row < 1) return null;
        return (row - 1, name[..letters].Aggregate(0, (sum, letter) => (sum * 26) + letter - 'A' + 1) - 1);
    }
}
