namespace CareCatalog.Seeds;

/// <summary>Reads a list file into the list it writes down.</summary>
internal static class ListFile
{
    /// <summary>Reads <c>lists/*.json</c>; null when the file holds no object at all.</summary>
    public static PrintedList? Read(SeedFile file, ICollection<SeedProblem> problems)
    {
        if (SeedNode.Read(file, problems) is not { } node) return null;
        if (node.Kind != System.Text.Json.JsonTokenType.StartObject)
        {
            problems.Add(new SeedProblem(file.Name, node.Line, "an object is expected here."));
            return null;
        }
        var list = new SeedRecord(node, file, problems);
        var read = new PrintedList
        {
            SeedFile = file.Name,
            Code = list.Text("code"),
            CodeLine = list.LineOf("code"),
            Name = list.Text("name"),
            NameLine = list.LineOf("name"),
            Document = Document(list),
            Counts = Counts(list),
            Furniture = [.. list.Records("furniture").Select(Furniture)],
            Rows = [.. list.Records("items").Select(Row)],
            Passages = [.. list.Records("passages").Select(Passage)],
        };
        list.RefuseOthers();
        return read;
    }

    private static PrintedDocument Document(SeedRecord list)
    {
        if (list.Record("document") is not { } document)
            return new PrintedDocument("", "", new Cell("", [], list.Line), null, null, null, null, list.Line);
        var read = new PrintedDocument(
            document.Text("file"), document.Text("sha256"), document.Cell("title"), document.OptionalCell("noticeTitle"),
            document.OptionalCell("number"), document.OptionalCell("issuer"), document.OptionalCell("date"),
            document.LineOf("sha256"));
        document.RefuseOthers();
        return read;
    }

    private static (int Items, int Passages, int SeedLine) Counts(SeedRecord list)
    {
        if (list.Record("counts") is not { } counts) return (0, 0, list.Line);
        var read = (counts.Number("items"), counts.Number("passages"), counts.Line);
        counts.RefuseOthers();
        return read;
    }

    private static Furniture Furniture(SeedRecord piece)
    {
        var marks = piece.Has("marks");
        var read = new Furniture(
            piece.Text("what"), marks ? "" : piece.Text("text"), marks ? piece.Text("marks") : "", piece.Lines("lines"), piece.Line);
        piece.RefuseOthers();
        return read;
    }

    private static PrintedRow Row(SeedRecord row)
    {
        var read = new PrintedRow(
            row.Number("number"), row.OptionalCell("printedNumber"), row.Cell("domain"), row.Cell("audience"),
            row.Cell("service"), row.Cell("content"), row.Cell("departments"),
            row.Has("guidance") ? [.. row.Records("guidance").Select(Guidance)] : [], row.Line);
        row.RefuseOthers();
        return read;
    }

    private static PrintedGuidance Guidance(SeedRecord guidance)
    {
        var read = new PrintedGuidance(guidance.Cell("department"), guidance.Cell("content"), guidance.Cell("text"));
        guidance.RefuseOthers();
        return read;
    }

    private static PrintedPassage Passage(SeedRecord passage)
    {
        var read = new PrintedPassage(
            passage.Number("number"), passage.Text("label"), passage.Cell("section"), passage.Cell("text"),
            passage.OptionalCell("departments"), passage.Line, passage.LineOf("label"));
        passage.RefuseOthers();
        return read;
    }
}
