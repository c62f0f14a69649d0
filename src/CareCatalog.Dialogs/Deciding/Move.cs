using CareCatalog.Search;

namespace CareCatalog.Dialogs.Deciding;

/// <summary>Hop 3: what is to be done with a message. A closed set.</summary>
internal abstract record Move;

/// <summary>Look up what meets needs or fits a family.</summary>
internal sealed record LookUp(Inquiry Inquiry, Aspect Aspect) : Move
{
    /// <summary>Ids of rows that have been shown and are not wanted again.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];

    /// <summary>What is looked up when this finds nothing; null when that is the answer.</summary>
    public LookUp? Else { get; init; }
}

/// <summary>Show rows and passages already known, under an aspect.</summary>
internal sealed record Show(IReadOnlyList<string> Ids, Aspect Aspect) : Move;

/// <summary>Show rows of a list by their numbers.</summary>
internal sealed record ShowRows(JurisdictionCode? Place, IReadOnlyList<int> Numbers, Aspect Aspect) : Move;

/// <summary>List what a body is responsible for, what stands in a field, or the rows of one service name.</summary>
internal sealed record ListRows(JurisdictionCode? Place, IReadOnlyList<string> Bodies, Domain? Domain, string? Service = null) : Move
{
    /// <summary>Whether the plan or notice is asked for rather than the list.</summary>
    public bool PrefersPassages { get; init; }
}

/// <summary>Say what a public line is for.</summary>
internal sealed record TellLine(Hotline Line) : Move;

/// <summary>Put places side by side.</summary>
internal sealed record Compare(IReadOnlyList<Place> Places, Inquiry Inquiry) : Move;

/// <summary>Ask which of several places of one name is meant.</summary>
internal sealed record AskPlace(IReadOnlyList<Place> Choices, Inquiry Inquiry) : Move;

/// <summary>A neighbour of the lists that they do not hold, or another world.</summary>
internal sealed record Decline(bool IsNear) : Move;

/// <summary>Danger: banner first, then what else was asked.</summary>
internal sealed record Warn(IReadOnlyList<string> Kinds, Inquiry? Inquiry) : Move;

/// <summary>Something to be said that needs no look-up.</summary>
internal sealed record Say(Speech Speech) : Move;

/// <summary>Things to be said that need no look-up.</summary>
internal enum Speech
{
    Greeting,
    Thanks,
    Goodbye,
    Acknowledged,
    Relieved,
    WhoIAm,
    Reset,
    Privacy,
    Deleted,
    NothingRemembered,
    Handoff,
    WhatINeed,
    NothingMore,
    Coverage,
}
