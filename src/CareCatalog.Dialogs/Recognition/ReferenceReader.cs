using CareCatalog.Dialogs.Lexicons;
using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Recognition;

/// <summary>Rows pointed at by number: 370200-02, 长春 14, 青岛清单第25项, row 7, 第二个.</summary>
internal sealed class ReferenceReader(Lexicon cues, Lexicon joints, NumeralReader numerals)
{
    private const int ShortMessage = 12;
    private const int MostRows = 5;

    /// <summary>The reference a message makes; null when it makes none.</summary>
    /// <param name="scan">The message.</param>
    /// <param name="lists">The stretches that name a list: places, or the nation.</param>
    public RowReference? Read(Scan scan, IReadOnlyList<(int Start, int End)> lists)
    {
        if (Id(scan.Text) is { } id) return new IdReference(id);
        var mentions = cues.Find(scan);
        foreach (var mention in mentions)
        {
            if (mention.Id == "last-shown") return new ShownReference(int.MaxValue);
            if (mention.Id.StartsWith("shown-", StringComparison.Ordinal) && int.TryParse(mention.Id.AsSpan(6), out var shown)) return new ShownReference(shown);
            if (mention.Id.StartsWith("row-", StringComparison.Ordinal) && int.TryParse(mention.Id.AsSpan(4), out var row)) return new NumberReference([row]);
            if (mention.Id == "row-ordinal" && numerals.EndingAt(scan.Text, mention.Start) is { IsWhole: true, Low: >= 1 } ordinal) return With(scan, ordinal);
            if (mention.Id == "row-short" && AfterShort(scan.Text, mention.End, mentions, lists) is { } numbered) return With(scan, numbered);
            if (mention.Id != "row-before") continue;
            if (numerals.StartingAt(scan.Text, mention.End) is not { IsWhole: true, Low: >= 1 and < 1000 } number || number.Start - mention.End > 2) continue;
            if (mentions.Any(after => after.Id == "row-after" && after.Start == number.End)) return With(scan, number);
            if (mentions.Any(after => after.Id == "shown-after" && after.Start == number.End)) return new ShownReference((int)number.Low);
            if (Han.IsLatin(scan.Text.Text[mention.Start]) || (mention.End - mention.Start > 1 && Stands(scan, number))) return With(scan, number);
        }
        return Bare(scan, lists, mentions) is { } bare ? With(scan, bare) : null;
    }

    // 清单19, 清单11和29: not 清单3岁.
    private bool Stands(Scan scan, Numeral number) => number.End == scan.Text.Text.Length || !char.IsLetterOrDigit(scan.Text.Text[number.End]) || Next(scan, number) is not null;

    // The number, and those that follow it: 11和29, "3, 5 and 7".
    private NumberReference With(Scan scan, Numeral number)
    {
        var numbers = new List<int>();
        for (Numeral? next = number; next is { } one && numbers.Count < MostRows; next = Next(scan, one)) numbers.Add((int)one.Low);
        return new NumberReference(numbers);
    }

    private Numeral? Next(Scan scan, Numeral number)
    {
        var text = scan.Text.Text;
        var at = number.End;
        while (at < text.Length && text[at] is ' ' or ',' or '\u3001' or '/' or '&' or '+') at++;
        if (joints.Find(scan).FirstOrDefault(joint => joint.Id == "and" && joint.Start == at) is { } word) at = word.End;
        return at > number.End && numerals.StartingAt(scan.Text, at) is { IsWhole: true, Low: >= 1 and < 1000 } next && next.Start - at <= 1 ? next : null;
    }

    // "长春 14", "长春 14号是哪个部门管", "青岛18和20比": a list, a number, and nothing else, another number or a question about it.
    private Numeral? Bare(Scan scan, IReadOnlyList<(int Start, int End)> lists, IReadOnlyList<Mention> mentions)
    {
        var text = scan.Text;
        if (lists.Count > 1 || lists.Count == 1 && text.Text.AsSpan(0, lists[0].Start).Trim().Length > 0) return null;
        // "19项呢", "那27条呢" after a row: the list is the one talked about.
        var from = lists.Count == 1 ? lists[0].End : mentions.FirstOrDefault(mention => mention is { Id: "and-row", Start: 0 })?.End ?? 0;
        var rest = text.Text.AsSpan(from).Trim();
        var digits = 0;
        while (digits < rest.Length && char.IsAsciiDigit(rest[digits])) digits++;
        if (digits is 0 or > 2 || !int.TryParse(rest[..digits], out var number) || number == 0) return null;
        var start = text.Text.IndexOf(rest[0], from);
        var end = start + digits;
        var numeral = new Numeral(number, number, start, end);
        return lists.Count == 1 && text.Text.Length <= ShortMessage && digits == rest.Length || lists.Count == 1 && Next(scan, numeral) is not null || mentions.Any(asked => asked.Id == "row-asked" && asked.Start == end) ? numeral : null;
    }

    // "No. 20", "Changchun no 20 please": digits that close what is said or stand before the list; "no one", "No. 3 Middle School" do not.
    private Numeral? AfterShort(FoldedText text, int end, IReadOnlyList<Mention> mentions, IReadOnlyList<(int Start, int End)> lists)
    {
        while (end < text.Text.Length && text.Text[end] is '.' or ' ') end++;
        if (end == text.Text.Length || !char.IsAsciiDigit(text.Text[end]) || numerals.StartingAt(text, end) is not { IsWhole: true, Low: >= 1 and < 1000 } number) return null;
        var next = number.End;
        while (next < text.Text.Length && text.Text[next] == ' ') next++;
        return next == text.Text.Length || !char.IsLetterOrDigit(text.Text[next]) || lists.Any(list => list.Start == next)
            || mentions.Any(after => after.Id == "row-link" && after.Start == next) ? number : null;
    }

    private static string? Id(FoldedText text)
    {
        var letters = text.Text;
        for (var i = 0; i + 9 <= letters.Length; i++)
        {
            if (letters[i + 6] != '-' || !char.IsAsciiDigit(letters[i]) || (i > 0 && char.IsAsciiDigit(letters[i - 1]))) continue;
            foreach (var length in (ReadOnlySpan<int>)[10, 9])
            {
                if (i + length > letters.Length || (i + length < letters.Length && char.IsAsciiDigit(letters[i + length]))) continue;
                var candidate = letters.Substring(i, length);
                if (ItemId.TryParse(candidate, out _) || PassageId.TryParse(candidate, out _)) return candidate;
            }
        }
        return null;
    }
}
