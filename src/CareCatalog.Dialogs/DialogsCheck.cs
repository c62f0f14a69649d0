using System.Text.Unicode;
using CareCatalog.Dialogs.Comparing;
using CareCatalog.Dialogs.Learning;
using CareCatalog.Dialogs.Lexicons;
using CareCatalog.Dialogs.Wording;
using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs;

/// <summary>Checks <c>dialogs/</c> against an edition: every word said in both languages, every id known, no entry a whole question.</summary>
public static class DialogsCheck
{
    private const int MostHan = 12;
    private const int MostWords = 6;

    /// <summary>Every problem found, with file and line.</summary>
    public static IReadOnlyList<SeedProblem> Run(string dialogsFolder, string seedsFolder, CatalogEdition edition)
    {
        var problems = new List<SeedProblem>();
        var lexicons = LexiconSet.Read(dialogsFolder, CharacterTable.Read(Path.Combine(seedsFolder, "characters.tsv")), problems);
        var chinese = Locale.Read(Path.Combine(dialogsFolder, "zh-CN"), Language.Chinese, problems);
        var english = Locale.Read(Path.Combine(dialogsFolder, "en-US"), Language.English, problems);
        problems.AddRange(Encodings(dialogsFolder));
        problems.AddRange(Lengths(lexicons.Lines));
        problems.AddRange(Ids(lexicons.Lines, "needs.lex", edition.Needs.Select(need => need.Id)));
        problems.AddRange(Ids(lexicons.Lines, "circumstances.lex", edition.Circumstances.Select(circumstance => circumstance.Id)));
        problems.AddRange(Lessons.Check(dialogsFolder, edition.Needs.Select(need => need.Id), chinese.DangerKinds));
        problems.AddRange(SameFiles(dialogsFolder));
        foreach (var locale in new[] { chinese, english }) problems.AddRange(Rows(locale, edition));
        problems.AddRange(chinese.Phrases.Keys.Except(english.Phrases.Keys).Select(key => new SeedProblem("dialogs/en-US/phrases.json", 0, $"'{key}' is missing")));
        problems.AddRange(english.Phrases.Keys.Except(chinese.Phrases.Keys).Select(key => new SeedProblem("dialogs/zh-CN/phrases.json", 0, $"'{key}' is missing")));
        problems.AddRange(SameSentences(dialogsFolder, problems));
        return problems;
    }

    // Reading replaces what is not UTF-8 in silence; a word spoilt so would never be heard.
    private static IEnumerable<SeedProblem> Encodings(string dialogsFolder) =>
        from language in (string[])["en-US", "zh-CN"]
        from file in Directory.EnumerateFiles(Path.Combine(dialogsFolder, language)).Order(StringComparer.Ordinal)
        let line = FirstLineNotUtf8(File.ReadAllBytes(file))
        where line is not null
        select new SeedProblem($"dialogs/{Path.GetRelativePath(dialogsFolder, file).Replace('\\', '/')}", line.Value, "is not UTF-8 text.");

    private static int? FirstLineNotUtf8(ReadOnlySpan<byte> bytes)
    {
        var number = 0;
        foreach (var line in bytes.Split((byte)'\n'))
        {
            number++;
            if (!Utf8.IsValid(bytes[line])) return number;
        }
        return null;
    }

    private static List<SeedProblem> SameSentences(string dialogsFolder, ICollection<SeedProblem> problems)
    {
        var chinese = ComparisonWriter.ReadPhrases(Path.Combine(dialogsFolder, "zh-CN"), problems).Keys;
        var english = ComparisonWriter.ReadPhrases(Path.Combine(dialogsFolder, "en-US"), problems).Keys;
        return [.. chinese.Except(english).Select(key => new SeedProblem("dialogs/en-US/compare.json", 0, $"'{key}' is missing")),
            .. english.Except(chinese).Select(key => new SeedProblem("dialogs/zh-CN/compare.json", 0, $"'{key}' is missing"))];
    }

    /// <summary>Whether an entry is short enough to name a kind rather than a question; class names are not counted.</summary>
    public static bool IsShort(string entry)
    {
        var longest = entry.Split(" -")[0].Split('+').Sum(chain => chain.Split('\u2026').Sum(part => part.Split('|').Max(Size)));
        return longest <= 1;
    }

    // A share of what is allowed: 1 is full.
    private static double Size(string word)
    {
        while (word.IndexOf('{') is >= 0 and var open && word.IndexOf('}', open) is > 0 and var close) word = word.Remove(open, close - open + 1);
        var han = word.Count(Han.IsHan);
        var latin = word.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Count(part => part.Any(char.IsAsciiLetter));
        return ((double)han / MostHan) + ((double)latin / MostWords);
    }

    private static IEnumerable<SeedProblem> Lengths(IEnumerable<LexiconLine> lines) =>
        from line in lines
        from entry in line.Entries
        where !IsShort(entry)
        select new SeedProblem(line.File, line.Number, $"'{entry}' is longer than {MostHan} Chinese characters or {MostWords} English words");

    private static IEnumerable<SeedProblem> Ids(IReadOnlyList<LexiconLine> lines, string file, IEnumerable<string> known)
    {
        var ids = known.ToHashSet();
        var own = lines.Where(line => Path.GetFileName(line.File) == file && line.Id[0] != '{').ToList();
        foreach (var line in own.Where(line => !ids.Contains(line.Id))) yield return new SeedProblem(line.File, line.Number, $"'{line.Id}' is not known");
        foreach (var language in own.GroupBy(line => line.File))
            foreach (var id in ids.Except(language.Select(line => line.Id)))
                yield return new SeedProblem(language.Key, 0, $"nothing names '{id}'");
    }

    private static IEnumerable<SeedProblem> SameFiles(string dialogsFolder)
    {
        string[] Files(string language) => [.. Directory.EnumerateFiles(Path.Combine(dialogsFolder, language)).Select(file => Path.GetFileName(file))];
        var (chinese, english) = (Files("zh-CN"), Files("en-US"));
        return chinese.Except(english).Select(file => new SeedProblem($"dialogs/en-US/{file}", 0, "the file is missing"))
            .Concat(english.Except(chinese).Select(file => new SeedProblem($"dialogs/zh-CN/{file}", 0, "the file is missing")));
    }

    private static IEnumerable<SeedProblem> Rows(Locale locale, CatalogEdition edition)
    {
        var file = locale.Language == Language.English ? "dialogs/en-US/summaries.tsv" : "dialogs/zh-CN/summaries.tsv";
        var items = edition.Lists.SelectMany(list => list.Items).Select(item => item.Id.ToString()).ToHashSet();
        return items.Except(locale.RowIds).Order().Select(id => new SeedProblem(file, 0, $"{id} has no summary"))
            .Concat(locale.RowIds.Except(items).Order().Select(id => new SeedProblem(file, 0, $"{id} is no row")));
    }
}
