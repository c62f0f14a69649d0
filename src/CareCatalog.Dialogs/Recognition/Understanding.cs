using CareCatalog.Dialogs.Deciding;
using CareCatalog.Search;
using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Recognition;

/// <summary>理解: what was read out of a message. Nothing here is guessed: what the message does not say is empty.</summary>
public sealed record Understanding
{
    private const int TerseHan = 8;
    private const int TerseWords = 6;

    /// <summary>The message as matched.</summary>
    public required FoldedText Text { get; init; }

    /// <summary>The day the message is judged on, in Asia/Shanghai.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The language to answer in.</summary>
    public required Language Language { get; init; }

    /// <summary>Places.</summary>
    public PlaceReading Places { get; init; } = PlaceReading.None;

    /// <summary>Children, in order; empty when the message gives nothing about any.</summary>
    public IReadOnlyList<ChildReading> Children { get; init; } = [];

    /// <summary>Circumstances with polarity.</summary>
    public IReadOnlyList<CircumstanceReading> Circumstances { get; init; } = [];

    /// <summary>Needs and topics outside the lists.</summary>
    public NeedReading Needs { get; init; } = NeedReading.None;

    /// <summary>The letters and digits of the message as matched, without the places and lists it names.</summary>
    public string Rest { get; init; } = "";

    /// <summary>A row pointed at by number; null when none is.</summary>
    public RowReference? Reference { get; init; }

    /// <summary>Bodies named, by the id shared over all levels.</summary>
    public IReadOnlyList<string> Bodies { get; init; } = [];

    /// <summary>A field of the lists named; null when none is.</summary>
    public Domain? Domain { get; init; }

    /// <summary>The place picked by number among those offered; null when none is.</summary>
    public JurisdictionCode? Choice { get; init; }

    /// <summary>Ids of <c>commands.lex</c>.</summary>
    public IReadOnlyList<string> Commands { get; init; } = [];

    /// <summary>Ids of <c>cues.lex</c>.</summary>
    public IReadOnlyList<string> Cues { get; init; } = [];

    /// <summary>Kinds of danger, the gravest first; empty when there is none.</summary>
    public IReadOnlyList<string> Dangers { get; init; } = [];

    /// <summary>Whether the message says anything of the person: a place, a child, a circumstance.</summary>
    public bool TellsOfFamily => Places.Residence is not null || Places.Choices.Count > 0 || Places.Home is not null || Choice is not null || Children.Count > 0 || Circumstances.Count > 0;

    /// <summary>Whether the message says more than who and where: only then is what it is about looked for in it as a whole.</summary>
    public bool HasMatter { get; init; } = true;

    /// <summary>Whether the message is a few words only.</summary>
    public bool IsTerse => Text.HanCount <= TerseHan && Text.Words.Count <= TerseWords;

    /// <summary>
    /// What the message asks for: the needs it names, else also those it is likely about as a whole. A few words after an answer
    /// are understood by that answer, not by likeness.
    /// </summary>
    public IReadOnlyList<WantedNeed> NeedsAfter(Conversation before) =>
        Needs.IsNamed || Needs.Inferred.Count == 0 || !HasMatter || IsShortWithin(before) ? Needs.Needs : [.. Needs.Inferred.UnionBy(Needs.Needs, need => need.Id).OrderByDescending(need => need.Weight)];

    /// <summary>Whether the message is a few words within a talk.</summary>
    public bool IsShortWithin(Conversation before) => IsTerse && (before.Asked is not null || before.Shown.Count + before.ShownPassages.Count > 0);

    /// <summary>Whether the message carries a command.</summary>
    public bool Has(string command) => Commands.Contains(command);

    /// <summary>What about a row a message asks.</summary>
    public Aspect Aspect =>
        Has("home-or-here") || Has("which-side") && (Places.Named.Count > 0 || Places.Home is not null) ? Aspect.Side
        : Has("source") ? Aspect.Source
        : Has("phone") ? Aspect.Phone
        : Has("materials") ? Aspect.Materials
        : Has("department") ? Aspect.Department
        : Has("when") ? Aspect.When
        : Has("cost") ? Aspect.Amount
        : Has("read-poorly") ? Aspect.Plain
        : Has("why") ? Aspect.Reason
        : Has("detail") ? Aspect.Detail
        : Has("how") ? Aspect.How
        : Has("eligible") ? Aspect.Eligible
        : Cues.Contains("doubt") ? Aspect.Source
        : Aspect.Service;

    /// <summary>
    /// Whether the national list is asked for: 国家 in passing, in a family's story, does not; naming that list or a ministry does.
    /// </summary>
    public bool IsNational =>
        Cues.Contains("national-doc") || (Has("national") && Children.Count == 0);

    /// <summary>Whether it asks what a document or an office says: that is about the lists, however strange the words.</summary>
    public bool IsOfDocuments => Bodies.Count > 0 || Cues.Contains("national-doc") || Cues.Contains("plan-doc");
}
