using CareCatalog.Dialogs.Lexicons;
using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Recognition;

/// <summary>Bare numbers listed beside an age: "5 and 12", 2、7、16岁, "3, 5 years old".</summary>
internal sealed class AgeListReader(NumeralReader numerals)
{
    private const int OldestChild = 18;

    /// <summary>The ages listed before and after one that was read, nearest first.</summary>
    public IEnumerable<AgeFact> Beside(FoldedText text, AgeFact age, IReadOnlyList<Mention> mentions)
    {
        for (var start = age.Start; Before(text, start, mentions) is { } number; start = number.Start) yield return Fact(number);
        for (var end = age.End; After(text, end, mentions) is { } number; end = number.End) yield return Fact(number);
    }

    private static AgeFact Fact(Numeral number) => new(number.Start, number.End, AgeRange.Years((int)number.Low, (int)number.Low));

    private Numeral? Before(FoldedText text, int start, IReadOnlyList<Mention> mentions)
    {
        var end = SkipBlanks(text.Text, start, -1);
        var joined = SeparatorEndingAt(text.Text, end, mentions) is { } at ? at : end;
        if (joined == end) return null;
        joined = SkipBlanks(text.Text, joined, -1);
        return numerals.EndingAt(text, joined) is { } number && number.End == joined && IsAge(number) ? number : null;
    }

    private Numeral? After(FoldedText text, int end, IReadOnlyList<Mention> mentions)
    {
        var start = SkipBlanks(text.Text, end, 1);
        if (SeparatorStartingAt(text.Text, start, mentions) is not { } joined) return null;
        joined = SkipBlanks(text.Text, joined, 1);
        return numerals.StartingAt(text, joined) is { } number && number.Start == joined && IsAge(number) && IsClosed(text.Text, number.End, mentions) ? number : null;
    }

    private static bool IsAge(Numeral number) => number is { IsWhole: true, Low: > 0, High: <= OldestChild };

    // What counts something else ("5, 2 rooms") is no age: a list ends, or goes on.
    private static bool IsClosed(string text, int end, IReadOnlyList<Mention> mentions)
    {
        var next = SkipBlanks(text, end, 1);
        return next == text.Length || Han.PartsClauses(text[next]) || text[next] is '(' or ')' || SeparatorStartingAt(text, next, mentions) is not null;
    }

    private static int? SeparatorStartingAt(string text, int start, IReadOnlyList<Mention> mentions)
    {
        if (start < text.Length && IsSign(text[start])) start = SkipBlanks(text, start + 1, 1);
        else if (Word(mentions, mention => mention.Start == start) is null) return null;
        return Word(mentions, mention => mention.Start == start) is { } word ? word.End : start;
    }

    private static int? SeparatorEndingAt(string text, int end, IReadOnlyList<Mention> mentions)
    {
        var word = Word(mentions, mention => mention.End == end);
        var start = word is null ? end : SkipBlanks(text, word.Start, -1);
        if (start > 0 && IsSign(text[start - 1])) return start - 1;
        return word is null ? null : start;
    }

    private static Mention? Word(IReadOnlyList<Mention> mentions, Func<Mention, bool> stands) =>
        mentions.FirstOrDefault(mention => mention.Id == "and" && stands(mention));

    private static bool IsSign(char c) => c is ',' or '\u3001' or '/' or '&' or '+';

    private static int SkipBlanks(string text, int at, int step)
    {
        while (step > 0 ? at < text.Length && text[at] == ' ' : at > 0 && text[at - 1] == ' ') at += step;
        return at;
    }
}
