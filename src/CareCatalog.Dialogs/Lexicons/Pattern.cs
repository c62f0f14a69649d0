namespace CareCatalog.Dialogs.Lexicons;

/// <summary>One entry of a lexicon, compiled: chains of parts that must all be found, and words that must not.</summary>
/// <param name="Entry">The entry as written.</param>
/// <param name="Id">The id of its line.</param>
/// <param name="IsWeak">Whether it is too general to decide alone.</param>
/// <param name="Chains">Found anywhere, in any order; the parts of a chain in order within one sentence.</param>
/// <param name="Excluded">Parts whose presence forbids the entry.</param>
internal sealed record Pattern(string Entry, string Id, bool IsWeak, Part[][] Chains, Part[] Excluded)
{
    /// <summary>The part with the fewest words: looked up first, since it is there least often.</summary>
    public Part Key { get; } = Chains.SelectMany(chain => chain).MinBy(part => part.Words.Length)!;

    /// <summary>The chain that holds the key; where a part stands twice, the first is the key.</summary>
    public Part[] KeyChain { get; } = Chains.MinBy(chain => chain.Min(part => part.Words.Length))!;

    /// <summary>Where the key stands in a chain; -1 in chains that do not hold it.</summary>
    public int KeyIn(Part[] chain) => ReferenceEquals(chain, KeyChain) ? Array.IndexOf(chain, Key) : -1;

    /// <summary>Whether the entry is one word or one set of words.</summary>
    public bool IsSingle => Chains.Length == 1 && Chains[0].Length == 1;
}
