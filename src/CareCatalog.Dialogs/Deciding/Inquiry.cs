using CareCatalog.Search;
using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Deciding;

/// <summary>What is to be looked up, for whom and where.</summary>
internal sealed record Inquiry
{
    /// <summary>Residence as precise as known; null when unknown.</summary>
    public JurisdictionCode? Residence { get; init; }

    /// <summary>Whether the national list is asked for, whatever the residence.</summary>
    public bool IsNational { get; init; }

    /// <summary>The needs; empty for an overview of what fits the family.</summary>
    public IReadOnlyList<WantedNeed> Needs { get; init; } = [];

    /// <summary>The words of the message; null to rank without them.</summary>
    public FoldedText? Text { get; init; }

    /// <summary>The children in question.</summary>
    public IReadOnlyList<Seeker> Seekers { get; init; } = [];

    /// <summary>The circumstances that hold, with all they imply.</summary>
    public IReadOnlyCollection<string> Circumstances { get; init; } = [];

    /// <summary>The circumstances denied.</summary>
    public IReadOnlyCollection<string> Denied { get; init; } = [];

    /// <summary>Whether the plan or notice is asked for rather than the list.</summary>
    public bool PrefersPassages { get; init; }

    /// <summary>Whether a meaning is asked for.</summary>
    public bool IsDefinition { get; init; }

    /// <summary>Whether it is asked which list says something, so that all are searched.</summary>
    public bool IsAnywhere { get; init; }

    /// <summary>Whether the message may quote a document: it has quotation marks, asks where something is written or who does it, or names nothing else.</summary>
    public bool MayQuote { get; init; }

    /// <summary>Whether a circumstance was stated and nothing named beside it, so that the rows for it come first.</summary>
    public bool IsOfCircumstance { get; init; }

    /// <summary>Whether the message told of the family, so that what fits it is an answer even when nothing was asked.</summary>
    public bool IsOfFamily { get; init; }

    /// <summary>Whether it is about a time to come, so that the stage of today does not correct what is asked.</summary>
    public bool IsForLater { get; init; }

    /// <summary>Whether the rung asked for has turned the child away already.</summary>
    public bool IsRefused { get; init; }

    /// <summary>The query against one list.</summary>
    public SearchQuery In(JurisdictionCode list) => new()
    {
        Jurisdiction = list,
        Text = Text,
        Needs = Needs,
        Seekers = Seekers,
        Circumstances = Circumstances,
        Denied = Denied,
        IsForLater = IsForLater,
        County = Residence is { } place && place.Prefecture != place ? place : null,
    };
}
