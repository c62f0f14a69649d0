using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Lexicons;

/// <summary>A message with every word of the vocabulary found in it.</summary>
public sealed class Scan
{
    private readonly Hit[] hits;

    internal Scan(FoldedText text, Hit[] hits)
    {
        Text = text;
        this.hits = hits;
    }

    // Several recognisers read the same lexicon; a message is read by one thread.
    private readonly List<(Lexicon Lexicon, IReadOnlyList<Mention> Mentions)> remembered = new(10);

    internal IReadOnlyList<Mention>? Remembered(Lexicon lexicon)
    {
        foreach (var (known, mentions) in remembered)
            if (ReferenceEquals(known, lexicon)) return mentions;
        return null;
    }

    internal void Remember(Lexicon lexicon, IReadOnlyList<Mention> mentions) => remembered.Add((lexicon, mentions));

    /// <summary>The message.</summary>
    public FoldedText Text { get; }

    /// <summary>Every hit, by part and place.</summary>
    internal ReadOnlySpan<Hit> Hits => hits;

    /// <summary>The hits of one part, in order of place.</summary>
    internal ReadOnlySpan<Hit> HitsOf(int part) => HitsOf(part, 0, int.MaxValue);

    /// <summary>The hits of one part that begin between two places, both included, in order of place.</summary>
    internal ReadOnlySpan<Hit> HitsOf(int part, int first, int last)
    {
        var from = IndexOf(part, first);
        var to = from;
        while (to < hits.Length && hits[to].Part == part && hits[to].Start <= last) to++;
        return hits.AsSpan(from, to - from);
    }

    /// <summary>Whether a word of a part is there, by its characters or its sound.</summary>
    internal bool Has(int part) => IndexOf(part, 0) is var at && at < hits.Length && hits[at].Part == part;

    /// <summary>Whether a word of a part is there by its characters.</summary>
    internal bool HasCharacters(int part)
    {
        foreach (var hit in HitsOf(part))
            if (!hit.BySound) return true;
        return false;
    }

    // The first hit of a part at a place or behind it, or of a later part.
    private int IndexOf(int part, int place)
    {
        var (low, high) = (0, hits.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (hits[middle].Part < part || (hits[middle].Part == part && hits[middle].Start < place)) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    internal bool IsLatinBetween(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (Han.IsHan(Text.Text[i])) return false;
        return true;
    }

    internal bool SentenceEndsBetween(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (EndsSentence(i)) return true;
        return false;
    }

    // A full stop ends a sentence only before a blank, so that 3.5 and e.g. do not.
    private bool EndsSentence(int index) =>
        Han.EndsSentence(Text.Text[index])
        || (Text.Text[index] == '.' && (index + 1 == Text.Text.Length || Text.Text[index + 1] == ' '));
}
