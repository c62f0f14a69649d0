using CareCatalog.Dialogs.Lexicons;
using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Recognition;

/// <summary>
/// Whether a message has matter beside who speaks, of which child, and where: words that none of the given lexicons (ages, places,
/// circumstances, commands, cues, fillers) accounts for.
/// </summary>
internal sealed class MatterReader(IReadOnlyList<Lexicon> others)
{
    private const int LeastHan = 3;
    private const int LeastWords = 3;

    /// <summary>Whether it has.</summary>
    /// <param name="scan">The message.</param>
    /// <param name="places">Where it names places.</param>
    public bool Read(Scan scan, IReadOnlyList<(int Start, int End)> places)
    {
        var text = scan.Text;
        var covered = text.Text.Length <= 512 ? stackalloc bool[text.Text.Length] : new bool[text.Text.Length];
        covered.Clear();
        foreach (var (start, end) in places) covered[start..end].Fill(true);
        foreach (var lexicon in others) lexicon.Cover(scan, covered);
        var han = 0;
        for (var i = 0; i < covered.Length; i++)
            if (!covered[i] && Han.IsHan(text.Text[i])) han++;
        if (han >= LeastHan) return true;
        var words = 0;
        foreach (var word in text.Words)
            if (!word.IsNumber && !covered[word.Start]) words++;
        return words >= LeastWords;
    }
}
