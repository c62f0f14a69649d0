namespace CareCatalog.Dialogs.Lexicons;

/// <summary>A place in a message where something was recognised.</summary>
/// <param name="Id">What: the id of a lexicon line.</param>
/// <param name="Start">Where the stretch begins.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Weight">How much was matched: Han characters, and two for a Latin word. The longer, the surer.</param>
/// <param name="Strength">How much it decides.</param>
/// <param name="IsWhole">Whether the stretch was matched without gaps.</param>
/// <param name="Entry">The entry that found it, as written in its lexicon.</param>
public sealed record Mention(string Id, int Start, int End, int Weight, MentionStrength Strength, bool IsWhole, string Entry)
{
    /// <summary>Whether <paramref name="position"/> lies in the stretch.</summary>
    public bool Covers(int position) => Start <= position && position < End;

    /// <summary>Whether the two stretches share a position.</summary>
    public bool Overlaps(Mention other) => Start < other.End && other.Start < End;

    /// <summary>Whether this stretch lies within the other, longer one, matched without gaps.</summary>
    public bool IsSwallowedBy(Mention other) =>
        other.IsWhole && other.Start <= Start && End <= other.End && other.End - other.Start > End - Start;
}
