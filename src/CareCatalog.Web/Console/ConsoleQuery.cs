using System.Globalization;
using CareCatalog.Search.Text;

namespace CareCatalog.Web.Console;

/// <summary>What was typed, taken apart: a place named at its beginning, a row's number at its end, words.</summary>
/// <param name="Text">As typed, folded.</param>
/// <param name="Places">The places it begins with the name of, or with the beginning of the name when a number follows.</param>
/// <param name="Number">The row's number; null when none was typed.</param>
/// <param name="Words">The words that remain.</param>
internal sealed record ConsoleQuery(string Text, IReadOnlyList<JurisdictionCode> Places, int? Number, IReadOnlyList<string> Words)
{
    private const int LongestText = 200;
    private const int MostWords = 8;

    private static readonly char[] Gaps = [' ', ',', '\u3001', '\n', '\t'];

    /// <summary>Takes a text apart.</summary>
    public static ConsoleQuery Of(string typed, ConsoleIndex index, CharacterTable characters)
    {
        var text = FoldedText.Of(typed.Length > LongestText ? typed[..LongestText] : typed, characters).Text.Trim();
        if (text.Length >= 9 && ItemId.TryParse(text, out _)) return new ConsoleQuery(text, [], null, [text]);
        var digits = text.Length - text.AsSpan().TrimEnd("0123456789").Length;
        var rest = text[..^digits].Trim();
        int? number = digits is > 0 and <= 3 ? int.Parse(text.AsSpan(text.Length - digits), CultureInfo.InvariantCulture) : null;
        if (number is not null && rest.Length > 0)
        {
            var named = index.Names.Where(place => place.Name.StartsWith(rest, StringComparison.Ordinal)).Select(place => place.Code).Distinct().ToList();
            if (named.Count > 0) return new ConsoleQuery(text, named, number, []);
        }
        if (number is not null && rest.Length == 0) return new ConsoleQuery(text, [], number, []);
        return Worded(text, index);
    }

    private static ConsoleQuery Worded(string text, ConsoleIndex index)
    {
        var named = index.Names.Where(place => text.StartsWith(place.Name, StringComparison.Ordinal)).GroupBy(place => place.Name).MaxBy(name => name.Key.Length);
        IReadOnlyList<JurisdictionCode> places = named is null ? [] : [.. named.Select(place => place.Code)];
        text = text[(named?.Key.Length ?? 0)..].TrimStart();
        return new ConsoleQuery(text, places, null, [.. text.Split(Gaps, StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostWords)]);
    }
}
