using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Recognition;

/// <summary>The language of a message: Chinese when it has Han or is pinyin, English when it has English words.</summary>
internal sealed class LanguageReader(CharacterTable characters)
{
    private const double PinyinShare = 0.75;
    private const int FewWords = 1;
    private const int LongestPinyin = 63;
    private const int LongestSyllable = 6;

    /// <summary>The language to answer in; that of the conversation when the message does not tell.</summary>
    public Language Read(FoldedText text, Language? before)
    {
        if (text.HanCount > 0) return Language.Chinese;
        var words = text.Words.Where(word => !word.IsNumber).ToList();
        if (words.Count == 0) return before ?? Language.Chinese;
        var pinyin = words.Count(word => IsPinyin(text.Text.AsSpan(word.Start, word.Length)));
        if (pinyin < words.Count * PinyinShare) return Language.English;
        return words.Count <= FewWords ? before ?? Language.English : before == Language.English ? Language.English : Language.Chinese;
    }

    // Bit n of the mask: the first n letters can be cut into syllables. Nobody writes a longer word of pinyin than it holds.
    private bool IsPinyin(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestPinyin) return false;
        var cut = 1UL;
        for (var start = 0; start < word.Length; start++)
            for (var length = 1; (cut >> start & 1) != 0 && length <= LongestSyllable && start + length <= word.Length; length++)
                if (characters.Syllables.Contains(word.Slice(start, length))) cut |= 1UL << (start + length);
        return (cut >> word.Length & 1) != 0;
    }
}
