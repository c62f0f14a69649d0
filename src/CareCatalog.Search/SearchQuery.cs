using CareCatalog.Search.Text;

namespace CareCatalog.Search;

/// <summary>What is looked for, and for whom.</summary>
public sealed record SearchQuery
{
    /// <summary>Whose list is searched.</summary>
    public required JurisdictionCode Jurisdiction { get; init; }

    /// <summary>The message, for ranking by its words; null to rank by needs and fit alone.</summary>
    public FoldedText? Text { get; init; }

    /// <summary>The needs asked for.</summary>
    public IReadOnlyList<WantedNeed> Needs { get; init; } = [];

    /// <summary>The children in question; empty when nothing is known of them.</summary>
    public IReadOnlyList<Seeker> Seekers { get; init; } = [];

    /// <summary>The circumstances stated or implied, with all they imply.</summary>
    public IReadOnlyCollection<string> Circumstances { get; init; } = [];

    /// <summary>The circumstances denied.</summary>
    public IReadOnlyCollection<string> Denied { get; init; } = [];

    /// <summary>Whether it is asked for a time to come, when the ages will be others.</summary>
    public bool IsForLater { get; init; }

    /// <summary>The county of residence; null when unknown.</summary>
    public JurisdictionCode? County { get; init; }
}
