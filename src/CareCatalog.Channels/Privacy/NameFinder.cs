using System.Text.RegularExpressions;
using CareCatalog.Search.Text;

namespace CareCatalog.Channels.Privacy;

/// <summary>Finds Chinese names after words that announce one: a surname and one or two characters, or a pet name.</summary>
internal sealed class NameFinder
{
    private const int LongestGiven = 2;
    private const int LongestWhole = 4;

    private readonly MaskWords words;
    private readonly Regex cues;

    /// <summary>A finder that listens for these words.</summary>
    public NameFinder(MaskWords words)
    {
        this.words = words;
        cues = new Regex(words.AnyOf("name-cue", "call-cue", "name-cue?"), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }

    /// <summary>The names of a text.</summary>
    public IEnumerable<PersonalDatum> Find(FoldedLine line)
    {
        var text = line.Text;
        for (var at = 0; at < text.Length && cues.Match(text, at) is { Success: true } cue; at = cue.Index + 1)
        {
            var cueEnd = cue.Index + cue.Length;
            var start = cueEnd;
            while (start < text.Length && text[start] is ' ' or ':' or '"' or '\u201c' or '\u300c' or '\t' or '=') start++;
            if (start == cueEnd && words.At("name-first", text, start) is { } link && !words["name-cue"].Contains(cue.Value + link)) start += link.Length;
            while (start < text.Length && text[start] is ' ' or ':') start++;
            if (EndOf(text, start, cue.Value) is { } end) yield return new PersonalDatum(start, end, PersonalDataKind.Name);
        }
    }

    private int? EndOf(string text, int start, string cue)
    {
        var most = HanFrom(text, start);
        if (most < 2 || words.At("name-never", text, start) is not null || words.At("name-stop", text, start) is { Length: > 1 }) return null;
        var isWeak = words["name-cue?"].Contains(cue);
        var surname = words.At(isWeak ? "sure-surname" : "surname", text, start)?.Length ?? 0;
        if (isWeak && (surname == 0 || !EndsAfter(text, start, surname, most))) return null;
        if (surname == 0 || most == surname) return PetName(text, start, most, words["call-cue"].Contains(cue));
        return start + Cut(text, start, surname, Math.Min(most, surname + LongestGiven));
    }

    // After a word that says more than names, the name must end where the talk goes on.
    private bool EndsAfter(string text, int start, int surname, int most) =>
        most > surname && (most <= surname + LongestGiven || words.At("name-stop", text, start + surname + LongestGiven) is { Length: > 1 });

    // Of a surname and two characters, the second may begin what follows: it does when a word of the talk begins there.
    private int Cut(string text, int start, int surname, int most)
    {
        var two = surname + 1;
        if (most <= two) return most;
        if (start + most < text.Length && Han.IsHan(text[start + most]) && words.At("name-stop", text, start + most) is null
            && words.At("name-stop", text, start + two) is not null) return two;
        return start + most == text.Length || words.At("name-stop", text, start + two) is not { Length: > 1 } ? most : two;
    }

    private int? PetName(string text, int start, int most, bool isCall)
    {
        var isPet = text[start] == text[start + 1] || words.At("nickname-first", text, start) is not null;
        if (!isPet && isCall) return null;
        var isWhole = most <= LongestWhole || words.At("name-stop", text, start + 2) is not null;
        return isPet || isWhole ? start + (most == 3 && words.At("name-stop", text, start + 2) is null ? 3 : 2) : null;
    }

    private static int HanFrom(string text, int start)
    {
        var end = start;
        while (end < text.Length && Han.IsHan(text[end]) && end - start < 12) end++;
        return end - start;
    }
}
