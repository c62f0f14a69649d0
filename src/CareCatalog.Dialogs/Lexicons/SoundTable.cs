using System.Collections.Frozen;
using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Lexicons;

/// <summary>
/// Finds Han words by their toneless syllables: homophones of voice input (互佑健康 for 护佑健康) and pinyin
/// (youeryuan). Two syllables count when both were typed in Latin letters, when nobody writes their characters side by side, or
/// where the entry asks for its sound; else three are needed. What the south does not tell apart (an and ang, s and sh) is not told apart.
/// </summary>
internal sealed class SoundTable
{
    private const char FirstCode = '\ue000';
    private const char Break = ' ';
    private const char Unknown = '\uf8ff';

    [ThreadStatic]
    private static List<Syllable>? buffer;

    private readonly CharacterTable characters;
    private readonly IReadOnlySet<string> sounded;
    private readonly FamiliarPairs familiar;
    private readonly Dictionary<string, char> codes = new(StringComparer.Ordinal);
    private readonly FrozenDictionary<char, char> codeOf;
    private readonly Dictionary<string, char>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly PhraseTable<(string Word, int Number)[]> words;

    public SoundTable(IReadOnlyDictionary<string, int> hanWords, IReadOnlySet<string> sounded, CharacterTable characters, FamiliarPairs familiar)
    {
        this.familiar = familiar;
        this.characters = characters;
        this.sounded = sounded;
        lookup = codes.GetAlternateLookup<ReadOnlySpan<char>>();
        var sounds = new Dictionary<string, List<(string, int)>>(StringComparer.Ordinal);
        foreach (var (word, number) in hanWords)
        {
            if (word.Length < 2 || !word.All(Han.IsHan) || SoundOf(word) is not { } sound) continue;
            if (!sounds.TryGetValue(sound, out var same)) sounds.Add(sound, same = []);
            same.Add((word, number));
        }
        codeOf = characters.Readings.Where(reading => codes.ContainsKey(Merged(reading.Value))).ToFrozenDictionary(reading => reading.Key, reading => codes[Merged(reading.Value)]);
        words = new PhraseTable<(string, int)[]>(sounds.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray()));
    }

    public void Find(FoldedText text, Spelling spelling, PartTable parts, List<Hit> hits)
    {
        var syllables = buffer ??= new List<Syllable>(256);
        syllables.Clear();
        Read(text, spelling, syllables);
        if (syllables.Count < 2) return;
        var line = string.Create(syllables.Count, syllables, static (codes, all) =>
        {
            for (var i = 0; i < codes.Length; i++) codes[i] = all[i].Code;
        });
        for (var first = 0; first < line.Length; first++)
        {
            if (line[first] == Break) continue;
            foreach (var (length, found) in words.At(line, first))
            {
                var (start, end) = (syllables[first].Start, syllables[first + length - 1].End);
                var isLong = length >= 3 || IsLatin(syllables, first, length) || end - start == 2 && familiar.AreStrange(text.Text, start);
                foreach (var (word, number) in found)
                    if ((isLong || sounded.Contains(word)) && !text.Text.AsSpan(start, end - start).SequenceEqual(word)) parts.AddHits(number, start, end, true, hits);
            }
        }
    }

    private static bool IsLatin(List<Syllable> syllables, int first, int length)
    {
        for (var i = first; i < first + length; i++)
            if (!syllables[i].IsLatin) return false;
        return true;
    }

    private void Read(FoldedText text, Spelling spelling, List<Syllable> syllables)
    {
        for (var i = 0; i < text.Text.Length; i++)
        {
            var c = text.Text[i];
            if (Han.IsHan(c)) syllables.Add(new Syllable(CodeOf(c), i, i + 1, false));
            else if (Han.IsLatin(c)) i = AddWord(text, i, spelling, syllables) - 1;
            else if (c != ' ') syllables.Add(new Syllable(Break, i, i + 1, false));
        }
    }

    private int AddWord(FoldedText text, int start, Spelling spelling, List<Syllable> syllables)
    {
        var end = start;
        while (end < text.Text.Length && Han.IsLatin(text.Text[end])) end++;
        var word = text.Text.AsSpan(start, end - start);
        var before = syllables.Count;
        if (word.Length > 24 || (word.Length > 3 && spelling.IsKnown(Stemmer.Stem(word))) || !Split(word, start, syllables))
        {
            syllables.RemoveRange(before, syllables.Count - before);
            syllables.Add(new Syllable(Break, start, end, true));
        }
        return end;
    }

    // The longest syllable first, a shorter one when the rest cannot be split: xian is one, xiaoer two.
    private bool Split(ReadOnlySpan<char> word, int start, List<Syllable> syllables)
    {
        if (word.Length == 0) return true;
        for (var length = Math.Min(6, word.Length); length > 0; length--)
        {
            if (!characters.Syllables.Contains(word[..length])) continue;
            var code = lookup.TryGetValue(Merged(word[..length].ToString()), out var known) ? known : Unknown;
            syllables.Add(new Syllable(code, start, start + length, true));
            if (Split(word[length..], start + length, syllables)) return true;
            syllables.RemoveAt(syllables.Count - 1);
        }
        return false;
    }

    private char CodeOf(char character) => codeOf.GetValueOrDefault(character, Unknown);

    private string? SoundOf(string word)
    {
        var sound = new char[word.Length];
        for (var i = 0; i < word.Length; i++)
        {
            if (characters.ReadingOf(word[i]) is not { } reading) return null;
            reading = Merged(reading);
            if (!codes.TryGetValue(reading, out var code)) codes.Add(reading, code = (char)(FirstCode + codes.Count));
            sound[i] = code;
        }
        return new string(sound);
    }

    private static string Merged(string reading)
    {
        var end = reading.EndsWith("ng", StringComparison.Ordinal) ? reading.Length - 1 : reading.Length;
        return reading is ['z' or 'c' or 's', 'h', ..] ? string.Concat(reading.AsSpan(0, 1), reading.AsSpan(2, end - 2)) : reading[..end];
    }

    private readonly record struct Syllable(char Code, int Start, int End, bool IsLatin);
}
