using System.Collections.Frozen;

namespace CareCatalog.Search.Text;

/// <summary>A set of phrases, each with a value, found at a position of a text by its letters: a trie in flat arrays. Immutable.</summary>
/// <typeparam name="T">What a phrase stands for.</typeparam>
public sealed class PhraseTable<T>
{
    private const int None = -1;

    // Nodes in order of depth, so that the children of one stand side by side, in order of their letters.
    private readonly char[] letters;
    private readonly int[] children;
    private readonly int[] ends;
    private readonly T[] values;
    private readonly FrozenDictionary<char, int> roots;

    /// <summary>Builds the table.</summary>
    /// <exception cref="ArgumentException">A phrase is empty.</exception>
    public PhraseTable(IReadOnlyDictionary<string, T> phrases)
    {
        if (phrases.ContainsKey("")) throw new ArgumentException("A phrase has at least one letter.", nameof(phrases));
        var keys = phrases.Keys.ToArray();
        Array.Sort(keys, StringComparer.Ordinal);
        values = Array.ConvertAll(keys, key => phrases[key]);
        var (nodes, starts, found, open) = (new List<char>(), new List<int>(), new List<int>(), new List<Stretch>());
        Split(keys, new Stretch(0, keys.Length, 0), nodes, found, open);
        roots = open.Select((stretch, node) => (keys[stretch.From][0], node)).ToFrozenDictionary(pair => pair.Item1, pair => pair.node);
        for (var node = 0; node < open.Count; node++)
        {
            starts.Add(nodes.Count);
            Split(keys, open[node], nodes, found, open);
        }
        starts.Add(nodes.Count);
        (letters, children, ends) = ([.. nodes], [.. starts], [.. found]);
    }

    /// <summary>How many phrases there are.</summary>
    public int Count => values.Length;

    /// <summary>Every phrase that stands at <paramref name="start"/>, shorter ones first; allocates nothing.</summary>
    public Matches At(ReadOnlySpan<char> text, int start) =>
        new(this, text[start..], roots.TryGetValue(text[start], out var node) ? node : None);

    /// <summary>The value of a phrase; false when there is none.</summary>
    public bool TryGet(ReadOnlySpan<char> phrase, out T value)
    {
        if (phrase.Length > 0)
            foreach (var (length, found) in At(phrase, 0))
                if (length == phrase.Length)
                {
                    value = found;
                    return true;
                }
        value = default!;
        return false;
    }

    // One node for each letter that the phrases of a stretch, alike up to a depth, go on with.
    private static void Split(string[] keys, Stretch stretch, List<char> nodes, List<int> found, List<Stretch> open)
    {
        var from = stretch.From;
        if (stretch.Depth > 0 && keys[from].Length == stretch.Depth) from++;
        for (int i = from, next; i < stretch.To; i = next)
        {
            var letter = keys[i][stretch.Depth];
            for (next = i + 1; next < stretch.To && keys[next][stretch.Depth] == letter;) next++;
            nodes.Add(letter);
            found.Add(keys[i].Length == stretch.Depth + 1 ? i : None);
            open.Add(new Stretch(i, next, stretch.Depth + 1));
        }
    }

    private int Child(int node, char letter)
    {
        var from = children[node];
        var at = letters.AsSpan(from, children[node + 1] - from).BinarySearch(letter);
        return at < 0 ? None : from + at;
    }

    private readonly record struct Stretch(int From, int To, int Depth);

    /// <summary>The phrases that stand at one position.</summary>
    public ref struct Matches
    {
        private readonly PhraseTable<T> table;
        private readonly ReadOnlySpan<char> text;
        private int node;
        private int length;

        internal Matches(PhraseTable<T> table, ReadOnlySpan<char> text, int node)
        {
            this.table = table;
            this.text = text;
            this.node = node;
        }

        /// <summary>The phrase found last: its length and what it stands for.</summary>
        public (int Length, T Value) Current { get; private set; }

        /// <summary>This, for foreach.</summary>
        public readonly Matches GetEnumerator() => this;

        /// <summary>Goes on to the next phrase.</summary>
        public bool MoveNext()
        {
            while (node != None)
            {
                length++;
                var end = table.ends[node];
                node = length < text.Length ? table.Child(node, text[length]) : None;
                if (end == None) continue;
                Current = (length, table.values[end]);
                return true;
            }
            return false;
        }
    }
}
