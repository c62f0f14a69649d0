using System.Text.RegularExpressions;

namespace CareCatalog.Channels.Privacy;

/// <summary>Finds mail addresses, and names in networks after a word that announces one.</summary>
/// <param name="words">The words that announce one.</param>
internal sealed class AccountFinder(MaskWords words)
{
    private static readonly Regex Mail = new("[a-z0-9._%+-]+@[a-z0-9.-]+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private readonly Regex announced = new(
        words.AnyOf("account-cue") + $"(?:[ :=]|{words.AnyOf("name-first")})*(?<name>[a-z0-9][a-z0-9_-]{{4,}}[a-z0-9])",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>The accounts of a text.</summary>
    public IEnumerable<PersonalDatum> Find(FoldedLine line)
    {
        foreach (Match mail in Mail.Matches(line.Text))
            yield return new PersonalDatum(mail.Index, mail.Index + mail.Length, PersonalDataKind.Account);
        foreach (Match match in announced.Matches(line.Text))
            if (match.Groups["name"] is var name && name.Value.Any(c => char.IsAsciiDigit(c) || c is '_'))
                yield return new PersonalDatum(name.Index, name.Index + name.Length, PersonalDataKind.Account);
    }
}
