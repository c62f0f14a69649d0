using System.Text.Json.Serialization;

namespace CareCatalog.Dialogs;

/// <summary>An answer put into words: what every channel, the command line and the REST API show. The contract of <c>ask --json</c>.</summary>
public sealed record Reply
{
    /// <summary>answered, definition, clarify_place, clarify_age, clarify_need, no_match, out_of_scope, crisis, smalltalk, reset, privacy, handoff or unavailable.</summary>
    public required string Outcome { get; init; }

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Code of the residence as understood; null when unknown.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>The version of the edition that answered; null for a greeting or an outage, which need none.</summary>
    public string? Edition { get; init; }

    /// <summary>The rows shown, in order, at most 5.</summary>
    public IReadOnlyList<ReplyMatch> Matches { get; init; } = [];

    /// <summary>Ids of further rows of a department or domain look-up.</summary>
    public IReadOnlyList<string> More { get; init; } = [];

    /// <summary>Ids of the passages cited, in order.</summary>
    public IReadOnlyList<string> Passages { get; init; } = [];

    /// <summary>Whether the passages are the answer's head and the rows stand beside them.</summary>
    public bool PassagesFirst { get; init; }

    /// <summary>Public numbers shown.</summary>
    public IReadOnlyList<string> Hotlines { get; init; } = [];

    /// <summary>place, age or need when the answer also asks something; else null.</summary>
    public string? Asks { get; init; }

    /// <summary>What may be tapped instead of typed; each is sent as it stands.</summary>
    public IReadOnlyList<string> Buttons { get; init; } = [];

    /// <summary>The whole answer as plain text, complete by itself.</summary>
    public required string Text { get; init; }

    /// <summary>The text's lines with what each is, for screens that set them apart; joined they are <see cref="Text"/>.</summary>
    public IReadOnlyList<ReplyPart> Parts { get; init; } = [];

    /// <summary>Whether the question found nothing: what maintainers learn from. Not shown.</summary>
    [JsonIgnore]
    public bool IsUnanswered => Outcome is "no_match" or "out_of_scope" or "clarify_need";

    /// <summary>Whether everything kept of the conversation is to be deleted with this turn. For whoever keeps it; not shown.</summary>
    [JsonIgnore]
    public bool ForgetsConversation { get; init; }
}
