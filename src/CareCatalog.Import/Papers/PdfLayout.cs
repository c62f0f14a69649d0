namespace CareCatalog.Import.Papers;

/// <summary>
/// Puts the words of pages together into a table: columns by the white stretches between them, rows by the gaps in the fullest
/// column. What stands in the middle of several rows is the text of a cell merged over them.
/// </summary>
internal static class PdfLayout
{
    private const double LineShare = 0.6;
    private const double RowGap = 1.4;
    private const double NoCell = 25;

    public static Paper Arrange(List<PdfWord> words)
    {
        var (prose, tables) = (new List<string>(), new List<PaperTable>());
        foreach (var page in words.GroupBy(word => word.Page).OrderBy(page => page.Key))
        {
            var lines = Lines([.. page]);
            // A table begins where a line falls into three pieces or more.
            var first = lines.FindIndex(line => Pieces(line) >= 3);
            prose.AddRange((first < 0 ? lines : lines[..first]).Select(Text));
            if (first >= 0) tables.Add(Table([.. lines[first..].SelectMany(line => line)], $"page {page.Key}"));
        }
        return new Paper("pdf", prose, tables);
    }

    private static List<List<PdfWord>> Lines(List<PdfWord> words)
    {
        var lines = new List<List<PdfWord>>();
        foreach (var word in words.OrderBy(word => word.Middle))
        {
            if (lines.Count > 0 && word.Middle - lines[^1].Average(other => other.Middle) < word.Height * LineShare) lines[^1].Add(word);
            else lines.Add([word]);
        }
        foreach (var line in lines) line.Sort((a, b) => a.Left.CompareTo(b.Left));
        return lines;
    }

    private static int Pieces(List<PdfWord> line) => 1 + line.Zip(line.Skip(1)).Count(pair => pair.Second.Left - pair.First.Right > pair.First.Height * LineShare);

    private static PaperTable Table(List<PdfWord> words, string where)
    {
        var edges = Edges(words);
        var columns = Enumerable.Range(0, edges.Count + 1)
            .Select(column => Lines([.. words.Where(word => edges.Count(edge => edge <= word.Left + (word.Width / 2)) == column)])).ToList();
        var fullest = columns.MaxBy(column => column.Sum(line => line.Sum(word => word.Text.Length)))!;
        var rows = Blocks(fullest, GapOf(fullest));
        var sheet = new TableSheet(where);
        var cells = columns.Select(column => Cells(column, rows, GapOf(fullest))).ToList();
        for (var row = 0; row < rows.Count; row++)
        {
            sheet.BeginRow();
            foreach (var column in cells) sheet.Add(column[row].Text, isCovered: column[row].IsCovered);
        }
        return sheet.ToTable();
    }

    // The middles of the stretches that no word of the table touches.
    private static List<double> Edges(List<PdfWord> words)
    {
        var edges = new List<double>();
        var right = double.MinValue;
        foreach (var word in words.OrderBy(word => word.Left))
        {
            if (right > double.MinValue && word.Left - right > word.Height * 0.35) edges.Add((right + word.Left) / 2);
            right = Math.Max(right, word.Right);
        }
        return edges;
    }

    // The step from line to line within a cell is the smallest that comes back; a wider one parts rows.
    private static double GapOf(List<List<PdfWord>> lines)
    {
        var steps = lines.Zip(lines.Skip(1), (upper, lower) => lower[0].Middle - upper[0].Middle).Order().ToList();
        return steps.Count == 0 ? double.MaxValue : steps[steps.Count / 4] * RowGap;
    }

    private static List<List<List<PdfWord>>> Blocks(List<List<PdfWord>> lines, double gap)
    {
        var blocks = new List<List<List<PdfWord>>>();
        foreach (var line in lines)
        {
            if (blocks.Count > 0 && line[0].Middle - blocks[^1][^1][0].Middle < gap) blocks[^1].Add(line);
            else blocks.Add([line]);
        }
        return blocks;
    }

    /// <summary>The cells of a column for the rows: one block each when there are as many, else the spans in whose middles the blocks stand.</summary>
    private static List<PaperCell> Cells(List<List<PdfWord>> column, List<List<List<PdfWord>>> rows, double gap)
    {
        var blocks = Blocks(column, gap);
        var cells = Enumerable.Repeat(PaperCell.Blank, rows.Count).ToList();
        if (blocks.Count == 0) return cells;
        var spans = Spans([.. blocks.Select(Middle)], [.. rows.Select(Middle)]);
        for (var block = 0; block < blocks.Count; block++)
        {
            var (from, to) = spans[block];
            if (from < 0) continue;
            cells[from] = new PaperCell(cells[from].Text + string.Join('\n', blocks[block].Select(Text)));
            for (var row = from + 1; row <= to; row++) cells[row] = new PaperCell("", true);
        }
        return cells;
    }

    // Dynamic programming: every row in at most one span, in order, the middles of spans as near as can be to the middles of blocks.
    private static (int From, int To)[] Spans(double[] blocks, double[] rows)
    {
        var cost = new double[blocks.Length + 1, rows.Length + 1];
        var from = new int[blocks.Length + 1, rows.Length + 1];
        for (var row = 1; row <= rows.Length; row++) cost[0, row] = row * NoCell;
        for (var block = 1; block <= blocks.Length; block++)
        {
            cost[block, 0] = double.MaxValue / 4;
            for (var row = 1; row <= rows.Length; row++)
            {
                (cost[block, row], from[block, row]) = (cost[block, row - 1] + NoCell, -1);
                for (var first = 1; first <= row; first++)
                {
                    var middle = (rows[first - 1] + rows[row - 1]) / 2;
                    if (cost[block - 1, first - 1] + Math.Abs(middle - blocks[block - 1]) is var sum && sum < cost[block, row]) (cost[block, row], from[block, row]) = (sum, first);
                }
            }
        }
        var spans = Enumerable.Repeat((-1, -1), blocks.Length).ToArray();
        for (var (block, row) = (blocks.Length, rows.Length); block > 0 && row > 0; row--)
        {
            if (from[block, row] < 0) continue;
            spans[block - 1] = (from[block, row] - 1, row - 1);
            row = from[block--, row];
        }
        return spans;
    }

    private static double Middle(List<List<PdfWord>> block) => (block[0][0].Middle + block[^1][0].Middle) / 2;

    private static string Text(List<PdfWord> line) => string.Join(' ', line.Select(word => word.Text));
}
