namespace CareCatalog.Seeds;

/// <summary>
/// Proves a list against its document, both ways: every cell stands in the lines it cites, and every letter of the document
/// is accounted for by a cell, a title, a reading that stands elsewhere than its row, or a piece of furniture. So no letter can be lost, changed or added on either side.
/// </summary>
internal sealed class ListProof(
    PrintedList list, IEnumerable<PrintedErratum> errata, DocumentText document, ICollection<SeedProblem> problems)
{
    private readonly List<Claim> claims = [];

    /// <summary>Runs the proof.</summary>
    public void Run()
    {
        foreach (var (field, cell) in list.Document.Cells()) Prove($"{field} of the document", cell);
        foreach (var row in list.Rows)
        {
            foreach (var (field, cell) in row.Cells()) Prove($"{field} of row {row.Number}", cell);
        }
        foreach (var passage in list.Passages)
        {
            Prove($"section of passage {passage.Number}", passage.Section);
            Prove($"text of passage {passage.Number}", passage.Text);
            // The departments are named within the text, which has claimed the letters.
            if (passage.Departments is { } named) Prove($"departments of passage {passage.Number}", named, claim: false);
        }
        foreach (var piece in list.Furniture) Prove(piece);
        foreach (var entry in errata.Where(entry => entry.Lines.Count > 0)) Prove(entry);
        CompareClaims();
        ReportUnclaimed();
    }

    private void Prove(Furniture piece)
    {
        if (piece.Marks.Length > 0) return;
        foreach (var stretch in piece.Lines) Prove(piece.What, new Cell(piece.Text, [stretch], piece.SeedLine));
    }

    private void Prove(PrintedErratum entry) =>
        Prove($"{entry.Erratum.Id}: the reading", new Cell(entry.Erratum.Reading ?? "", entry.Lines, entry.SeedLine), entry.SeedFile);

    private void Prove(string what, Cell cell, string? file = null, bool claim = true)
    {
        file ??= list.SeedFile;
        var text = DocumentText.Pack(cell.Text);
        if (document.Spans(cell.Lines) is not { } spans)
        {
            Complain(file, cell.SeedLine, $"{what} cites lines behind the end of {document.Name}.");
            return;
        }
        var joined = string.Concat(spans.Select(span => document.Between(span.From, span.To)));
        var at = joined.IndexOf(text, StringComparison.Ordinal);
        if (at < 0) Differ(what, cell, file, joined, spans);
        else if (claim) Claim(LetterSpan.Cut(spans, at, text.Length), what, file, cell.SeedLine);
    }

    private void Claim(IEnumerable<LetterSpan> spans, string what, string file, int line) =>
        claims.AddRange(spans.Select(span => new Claim(span, what, file, line)));

    /// <summary>The cell is not in its lines: says where it parts from them, and claims what agrees on either side of that.</summary>
    private void Differ(string what, Cell cell, string file, string joined, IReadOnlyList<LetterSpan> spans)
    {
        var text = DocumentText.Pack(cell.Text);
        var (at, agreed) = LongestStart(text, joined);
        Claim(LetterSpan.Cut(spans, at, agreed), what, file, cell.SeedLine);
        var (end, tail) = LongestEnd(text, joined, at + agreed);
        Claim(LetterSpan.Cut(spans, end, tail), what, file, cell.SeedLine);
        var place = LetterSpan.Cut(spans, at + agreed, 1).Select(span => document.LineOf(span.From)).FirstOrDefault(cell.Lines[^1].To);
        Complain(file, cell.SeedLine, $"{what} does not stand in lines {string.Join(' ', cell.Lines)} of {document.Name}: "
            + $"'{Around(text, agreed)}' is written, '{Around(joined, at + agreed)}' is printed (line {place}).");
    }

    private static (int At, int Length) LongestStart(string text, string joined)
    {
        var best = (At: 0, Length: 0);
        for (var at = 0; at < joined.Length; at++)
        {
            var length = joined.AsSpan(at).CommonPrefixLength(text);
            if (length > best.Length) best = (at, length);
        }
        return best;
    }

    private static (int At, int Length) LongestEnd(string text, string joined, int from)
    {
        var best = (At: from, Length: 0);
        for (var end = joined.Length; end > from; end--)
        {
            var length = 0;
            while (length < text.Length && end - length > from && joined[end - length - 1] == text[^(length + 1)]) length++;
            if (length > best.Length) best = (end - length, length);
        }
        return best;
    }

    /// <summary>Cells filled down from one merged cell must be the same; one that holds less or more is damaged.</summary>
    private void CompareClaims()
    {
        claims.Sort((left, right) => left.Span.From.CompareTo(right.Span.From));
        for (var one = 0; one < claims.Count; one++)
        {
            for (var two = one + 1; two < claims.Count && claims[two].Span.From < claims[one].Span.To; two++)
            {
                if (claims[one].Span == claims[two].Span) continue;
                Complain(claims[one].SeedFile, claims[one].SeedLine, $"{claims[one].What} and {claims[two].What} are of one cell and differ.");
                Complain(claims[two].SeedFile, claims[two].SeedLine, $"{claims[two].What} and {claims[one].What} are of one cell and differ.");
            }
        }
    }

    private void ReportUnclaimed()
    {
        var claimed = new bool[document.Length];
        foreach (var claim in claims) Array.Fill(claimed, true, claim.Span.From, claim.Span.Length);
        foreach (var piece in list.Furniture.Where(piece => piece.Marks.Length > 0)) ClaimMarks(piece, claimed);
        for (var from = 0; from < claimed.Length; from++)
        {
            if (claimed[from]) continue;
            var to = from + 1;
            while (to < claimed.Length && !claimed[to] && document.LineOf(to) == document.LineOf(from)) to++;
            Unclaimed(new LetterSpan(from, to));
            from = to - 1;
        }
    }

    private void ClaimMarks(Furniture piece, bool[] claimed)
    {
        foreach (var span in document.Spans(piece.Lines) ?? [])
        {
            for (var at = span.From; at < span.To; at++) claimed[at] |= piece.Marks.Contains(document[at], StringComparison.Ordinal);
        }
    }

    private void Unclaimed(LetterSpan span)
    {
        var line = document.LineOf(span.From);
        var text = Shorten(document.Between(span.From, span.To));
        problems.Add(new SeedProblem(document.Name, line, $"'{text}' stands in no row, passage or piece of furniture of {list.SeedFile}."));
        foreach (var claim in claims.Where(claim => claim.Span.To == span.From || claim.Span.From == span.To))
        {
            Complain(claim.SeedFile, claim.SeedLine, $"{claim.What} leaves out '{text}' beside it in line {line} of {document.Name}.");
        }
    }

    private void Complain(string file, int line, string reason) => problems.Add(new SeedProblem(file, line, reason));

    private static string Around(string text, int at) => text[Math.Max(0, at - 4)..Math.Min(text.Length, at + 5)];

    private static string Shorten(string text) => text.Length <= 30 ? text : string.Concat(text.AsSpan(0, 30), "…");
}
