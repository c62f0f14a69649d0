using System.Text.RegularExpressions;
using CareCatalog.Search.Text;

namespace CareCatalog.Channels.Privacy;

/// <summary>
/// Finds what of an address lies below the district: a road or estate with a number, rooms of a building, or a named road,
/// estate or village after a word or a district that announces it. City and district stay, for the answer needs them.
/// </summary>
internal sealed class AddressFinder
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int LongestName = 8;

    private readonly MaskWords words;
    private readonly Regex named;
    private readonly Regex rooms;

    /// <summary>A finder that listens for these words.</summary>
    public AddressFinder(MaskWords words)
    {
        this.words = words;
        var joint = "[ ,#-]{0,2}";
        var number = $"(?:[a-z]?[0-9]{{1,5}}[a-z]?(?:[-~][0-9]{{1,5}})?|[a-z]|{words.AnyOf("number-word")}{{1,4}}|{words.AnyOf("side")})";
        var numbered = $"(?:{number} ?{words.AnyOf("unit")})";
        var bare = "(?:[a-z]?[0-9]{1,4}(?:-[0-9]{1,4}){1,3}|[0-9]{3,4})";
        named = new Regex($"(?<suffix>{words.AnyOf("road", "estate", "town")})(?<rest>(?:{joint}{numbered})*)(?<tail>(?:{joint}{bare})?)", Linear);
        rooms = new Regex($"{numbered}(?:{joint}{numbered})+(?:{joint}{bare})?|{words.AnyOf("number-word", "side")}?[0-9a-z]{{1,4}} ?{words.AnyOf("strong-unit")}{joint}[0-9]{{3,4}}", Linear);
    }

    /// <summary>The addresses of a text, those that touch as one.</summary>
    public IEnumerable<PersonalDatum> Find(FoldedLine line)
    {
        var found = new List<PersonalDatum>();
        foreach (var part in Parts(line.Text).OrderBy(part => part.Start))
        {
            if (found.Count > 0 && part.Start <= found[^1].End + 1) found[^1] = found[^1] with { End = Math.Max(part.End, found[^1].End) };
            else if (part.IsSure || IsAnnounced(line.Text, part.Start, part.IsTown)) found.Add(new PersonalDatum(part.Start, part.End, PersonalDataKind.Address));
        }
        return found;
    }

    private IEnumerable<(int Start, int End, bool IsSure, bool IsTown)> Parts(string text)
    {
        for (var at = 0; at < text.Length && named.Match(text, at) is { Success: true } match; at = match.Index + Math.Max(1, match.Groups["suffix"].Length))
        {
            var suffix = match.Groups["suffix"];
            var end = suffix.Index + suffix.Length;
            var start = NameBefore(text, suffix.Index);
            if (start == suffix.Index || IsNever(text, end)) continue;
            var isTown = words["town"].Contains(suffix.Value);
            var isNamed = suffix.Index - start >= 2 || words["road"].Contains(suffix.Value);
            // A number alone after a name may as well be a year.
            var isNumbered = match.Groups["rest"].Length > 0 || match.Groups["tail"].Value.IndexOf('-', StringComparison.Ordinal) > 0;
            if (isNamed || isNumbered) yield return (start, isNumbered ? match.Index + match.Length : end, isNumbered, isTown);
        }
        foreach (Match match in rooms.Matches(text))
            if (words["strong-unit"].Any(unit => match.Value.Contains(unit, StringComparison.Ordinal)))
                yield return (match.Index, match.Index + match.Length, true, false);
    }

    // A name is of Han characters, back to a word that cannot be of it or to the district.
    private int NameBefore(string text, int end)
    {
        var start = end;
        while (start > 0 && end - start < LongestName && Han.IsHan(text[start - 1]))
        {
            if (words.Before("name-edge", text, start) is not null) break;
            if (end - start > 0 && words.Before("district", text, start) is not null && start > 1 && Han.IsHan(text[start - 2])) break;
            start--;
        }
        return start;
    }

    // Words that end in the same character and are no addresses: street offices, nurseries, hometowns.
    private bool IsNever(string text, int end)
    {
        foreach (var word in words["address-never"])
            for (var at = Math.Max(0, end - word.Length); at < end; at++)
                if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0) return true;
        return false;
    }

    // A town is told by its district alone: what follows "in" may as well be the answer to where one lives.
    private bool IsAnnounced(string text, int start, bool isTown)
    {
        while (start > 0 && text[start - 1] is ' ' or ':' or ',' or '-') start--;
        if (words.Before("district", text, start) is { } district && start - district.Length > 0 && Han.IsHan(text[start - district.Length - 1])) return true;
        return !isTown && words.Before("address-cue", text, start) is not null;
    }
}
