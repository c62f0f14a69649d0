using System.Collections.Frozen;

namespace CareCatalog.Search.Text;

/// <summary>A set of phrases, each with a value, found at a position of a text by its letters. Immutable once frozen.</summary>
/// <typeparam name="T">What a phrase stands for.</typeparam>
public sealed class PhraseTable<T>
{
    private const int Longest = 127;

    private readonly FrozenDictionary<string, T> phrases;
    private readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly FrozenDictionary<char, UInt128> lengths;

    /// <summary>Freezes a set of phrases.</summary>
    /// <exception cref="ArgumentException">A phrase is empty or longer than 127 letters.</exception>
    public PhraseTable(IReadOnlyDictionary<string, T> phrases)
    {
        if (phrases.Keys.FirstOrDefault(phrase => phrase.Length is 0 or > Longest) is { } wrong)
            throw new ArgumentException($"'{wrong}' is not a phrase of 1 to {Longest} letters.", nameof(phrases));
        this.phrases = phrases.ToFrozenDictionary(StringComparer.Ordinal);
        lookup = this.phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        lengths = phrases.Keys.GroupBy(phrase => phrase[0])
            .ToFrozenDictionary(group => group.Key, group => group.Aggregate(UInt128.Zero, (bits, phrase) => bits | (UInt128.One << phrase.Length)));
    }

    /// <summary>How many phrases there are.</summary>
    public int Count => phrases.Count;

    /// <summary>Every phrase that stands at <paramref name="start"/>, shorter ones first; allocates nothing.</summary>
    public Matches At(ReadOnlySpan<char> text, int start) =>
        new(this, text[start..], lengths.TryGetValue(text[start], out var bits) ? bits : UInt128.Zero);

    /// <summary>The value of a phrase; false when there is none.</summary>
    public bool TryGet(ReadOnlySpan<char> phrase, out T value)
    {
        var known = lookup.TryGetValue(phrase, out var found);
        value = found!;
        return known;
    }

    /// <summary>The phrases that stand at one position.</summary>
    public ref struct Matches
    {
        private readonly PhraseTable<T> table;
        private readonly ReadOnlySpan<char> text;
        private UInt128 lengthsLeft;

        internal Matches(PhraseTable<T> table, ReadOnlySpan<char> text, UInt128 lengths)
        {
            this.table = table;
            this.text = text;
            lengthsLeft = lengths;
        }

        /// <summary>The phrase found last: its length and what it stands for.</summary>
        public (int Length, T Value) Current { get; private set; }

        /// <summary>This, for foreach.</summary>
        public readonly Matches GetEnumerator() => this;

        /// <summary>Goes on to the next phrase.</summary>
        public bool MoveNext()
        {
            while (lengthsLeft != UInt128.Zero)
            {
                var length = (int)UInt128.TrailingZeroCount(lengthsLeft);
                if (length > text.Length) return false;
                lengthsLeft &= lengthsLeft - UInt128.One;
                if (!table.lookup.TryGetValue(text[..length], out var value)) continue;
                Current = (length, value);
                return true;
            }
            return false;
        }
    }
}
