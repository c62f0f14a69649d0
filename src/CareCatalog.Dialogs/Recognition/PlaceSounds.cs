using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using CareCatalog.Dialogs.Lexicons;
using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Recognition;

/// <summary>
/// Places with a list as voice input mishears their names: 在平渡家里 for 平度. Heard only between a word that leads to a place and
/// something that ends one, for the sound alone is that of everyday words as well (即墨, 寂寞).
/// </summary>
internal sealed class PlaceSounds(CharacterTable characters)
{
    private const int LongestName = 3;

    private readonly ConditionalWeakTable<Gazetteer, FrozenDictionary<string, Place>> built = [];

    /// <summary>The place misheard in a message; null when none is.</summary>
    /// <param name="text">The message.</param>
    /// <param name="cues">The cues of places in it.</param>
    /// <param name="gazetteer">The names.</param>
    public PlaceMention? Find(FoldedText text, IReadOnlyList<Mention> cues, Gazetteer gazetteer)
    {
        for (var i = 0; i < cues.Count; i++)
            if (cues[i].Id == "locative-before" && Han.IsHan(text.Text[cues[i].Start]) && At(text, cues[i].End, cues, gazetteer) is { } mention) return mention;
        return null;
    }

    private PlaceMention? At(FoldedText text, int start, IReadOnlyList<Mention> cues, Gazetteer gazetteer)
    {
        var sound = "";
        for (var end = start; end < text.Text.Length && end < start + LongestName && characters.ReadingOf(text.Text[end]) is { } reading; end++)
        {
            sound += reading + ' ';
            if (end > start && Ends(text, end + 1, cues) && built.GetValue(gazetteer, Sounds).TryGetValue(sound, out var place)) return new PlaceMention(start, end + 1, [place], PlaceRole.Residence);
        }
        return null;
    }

    private static bool Ends(FoldedText text, int end, IReadOnlyList<Mention> cues) =>
        end == text.Text.Length || !Han.IsHan(text.Text[end]) || cues.Any(cue => cue.Start == end && cue.Id is "suffix" or "residence-after" or "locative-after" or "sound-after");

    // A sound that two places share is neither's.
    private FrozenDictionary<string, Place> Sounds(Gazetteer gazetteer) => gazetteer.ShortNames
        .Where(name => name.Name.Length is > 1 and <= LongestName && name.Name.All(c => characters.ReadingOf(c) is not null))
        .GroupBy(name => string.Concat(name.Name.Select(c => characters.ReadingOf(c) + ' ')), name => name.Place)
        .Where(group => group.Distinct().Count() == 1).ToFrozenDictionary(group => group.Key, group => group.First());
}
