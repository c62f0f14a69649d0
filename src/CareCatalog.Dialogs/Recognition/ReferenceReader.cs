using CareCatalog.Dialogs.Lexicons;
using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Recognition;

/// <summary>Rows pointed at by number: 370200-02, 长春 14, 青岛清单第25项, row 7, 第二个.</summary>
internal sealed class ReferenceReader(Lexicon cues, NumeralReader numerals)
{
    private const int ShortMessage = 12;

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
            if (mention.Id != "row-before") continue;
            if (numerals.StartingAt(scan.Text, mention.End) is not { IsWhole: true, Low: >= 1 and < 1000 } number || number.Start - mention.End > 2) continue;
            if (mentions.Any(after => after.Id == "row-after" && after.Start == number.End)) return new NumberReference((int)number.Low);
            if (mentions.Any(after => after.Id == "shown-after" && after.Start == number.End)) return new ShownReference((int)number.Low);
            if (Han.IsLatin(scan.Text.Text[mention.Start]) || (mention.End - mention.Start > 1 && number.End == scan.Text.Text.TrimEnd().Length)) return new NumberReference((int)number.Low);
        }
        return Bare(scan.Text, lists, mentions) is { } bare ? new NumberReference(bare) : null;
    }

    // "长春 14", "长春 14号是哪个部门管": a list, a number, and nothing else or a question about it.
    private static int? Bare(FoldedText text, IReadOnlyList<(int Start, int End)> lists, IReadOnlyList<Mention> mentions)
    {
        if (lists.Count != 1 || text.Text.AsSpan(0, lists[0].Start).Trim().Length > 0) return null;
        var rest = text.Text.AsSpan(lists[0].End).Trim();
        var digits = 0;
        while (digits < rest.Length && char.IsAsciiDigit(rest[digits])) digits++;
        if (digits is 0 or > 2 || !int.TryParse(rest[..digits], out var number) || number == 0) return null;
        var end = text.Text.IndexOf(rest[0], lists[0].End) + digits;
        return text.Text.Length <= ShortMessage && digits == rest.Length || mentions.Any(asked => asked.Id == "row-asked" && asked.Start == end) ? number : null;
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
