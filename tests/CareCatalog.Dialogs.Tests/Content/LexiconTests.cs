using System.Text.Json;
using System.Text.RegularExpressions;
using CareCatalog.Testing;

namespace CareCatalog.Dialogs.Tests.Content;

/// <summary>An entry that is listened for names a kind: never a question by heart, never a row.</summary>
public partial class LexiconTests
{
    private const int MostHan = 12;
    private const int MostWords = 6;

    // 孩子不见了 is all there is to say, and 百万警进千万家 the name of a service; what is longer is more than a name.
    private const int WholeSaying = 7;

    [Fact]
    public void Entry_Length_NamesAKind() => Assert.Empty(Entries().Where(entry => Han(entry.Text) > MostHan || Words(entry.Text) > MostWords).Select(entry => entry.ToString()));

    // What steers the talk (thanks, reset, what else) is said in these very words; what is asked is not. A message of up to
    // three English words is a name, as "gong zu fang" is.
    [Fact]
    public void Entry_NoneIsAWholeQuestion()
    {
        var questions = Questions().Select(Letters).Where(text => text.Length > 0).ToHashSet();
        Assert.True(questions.Count > 1_000);
        Assert.Empty(Entries().Where(entry => entry.File is "needs.lex" or "circumstances.lex" or "outside.lex" or "danger.lex" or "safe.lex")
            .Where(entry => Letters(entry.Text).Length > WholeSaying && !IsEnglishName(entry.Text) && questions.Contains(Letters(entry.Text))).Select(entry => entry.ToString()));
    }

    private static bool IsEnglishName(string entry) => entry.All(c => c < 0x80) && entry.Count(c => c == ' ') < 3;

    [Fact]
    public void Entry_NoneIsTheTextOfARow()
    {
        var texts = OurSeeds.Edition.Lists.SelectMany(list => list.Items).SelectMany(item => (string[])[item.Content, item.ContentReading]).Select(Letters).ToHashSet();
        Assert.Empty(Entries().Where(entry => texts.Contains(Letters(entry.Text))).Select(entry => entry.ToString()));
    }

    private static IEnumerable<(string File, int Line, string Text)> Entries() =>
        from path in Directory.EnumerateFiles(Repository.At("dialogs"), "*.lex", SearchOption.AllDirectories)
        from line in File.ReadLines(path).Select((text, index) => (Text: text.Split('#')[0], Number: index + 1))
        let colon = line.Text.IndexOf(':', StringComparison.Ordinal)
        where colon > 0
        from entry in line.Text[(colon + 1)..].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        select (Path.GetFileName(path), line.Number, entry);

    // Of words that may stand for one another the longest counts; classes and what must not stand beside it do not.
    private static int Han(string entry) => Longest(entry, word => word.Count(c => c is >= '\u4e00' and <= '\u9fff'));

    private static int Words(string entry) => Longest(entry, word => Latin().Count(word));

    private static int Longest(string entry, Func<string, int> size) =>
        Class().Replace(entry.Split(" -")[0], "").Split('+', '…').Sum(part => part.Split('|').Max(size));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static IEnumerable<string> Questions()
    {
        foreach (var line in Directory.EnumerateFiles(Repository.At("tests", "questions"), "*.jsonl").SelectMany(File.ReadLines))
        {
            using var label = JsonDocument.Parse(line);
            if (label.RootElement.TryGetProperty("text", out var text)) yield return text.GetString()!;
            if (!label.RootElement.TryGetProperty("turns", out var turns)) continue;
            foreach (var turn in turns.EnumerateArray()) yield return turn.GetProperty("user").GetString()!;
        }
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Class();

    [GeneratedRegex(@"[A-Za-z][A-Za-z']*", RegexOptions.NonBacktracking)]
    private static partial Regex Latin();
}
