using System.Text.RegularExpressions;

namespace CareCatalog.Channels.Privacy;

/// <summary>Finds English addresses: a number and a named road, with or without the room before it.</summary>
/// <param name="words">What roads and rooms are called.</param>
internal sealed class EnglishAddressFinder(MaskWords words)
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private readonly Regex road = new(
        $"(?:{words.AnyOf("english-room")} ?[0-9a-z-]{{1,6}},? ?)*(?:{words.AnyOf("english-number")} ?)?(?<number>[0-9]{{1,5}}[a-z]?),? (?<name>[a-z][a-z']* ){{1,4}}{words.AnyOf("english-road")}\\b", Linear);

    private readonly Regex rooms = new(
        $"{words.AnyOf("english-room")} ?[0-9]{{1,4}}[a-z]?(?:,? ?{words.AnyOf("english-room")} ?[0-9]{{1,4}}[a-z]?)+", Linear);

    /// <summary>The addresses of a text.</summary>
    public IEnumerable<PersonalDatum> Find(FoldedLine line)
    {
        foreach (Match match in road.Matches(line.Text))
            if (IsProper(line, match) || words.Before("english-address-cue", line.Text, match.Index - 1) is not null)
                yield return new PersonalDatum(match.Index, match.Index + match.Length, PersonalDataKind.Address);
        foreach (Match match in rooms.Matches(line.Text))
            yield return new PersonalDatum(match.Index, match.Index + match.Length, PersonalDataKind.Address);
    }

    // "4 years old on the road" is none: the words of a name begin with capitals.
    private static bool IsProper(FoldedLine line, Match match)
    {
        var name = match.Groups["number"].Index + match.Groups["number"].Length;
        for (var i = name + 1; i < match.Index + match.Length; i++)
            if (line.Text[i - 1] == ' ' && char.IsAsciiLetter(line.Text[i]) && !line.IsUpper(i)) return false;
        return true;
    }
}
