using System.ComponentModel.DataAnnotations;
using CareCatalog.Storage;

namespace CareCatalog.Web;

/// <summary>Configuration section <c>Conversations</c>: how long what is kept of them is kept.</summary>
internal sealed class ConversationOptions
{
    /// <summary>After how many minutes of silence what a conversation knows is forgotten, 1 to 1440.</summary>
    [Range(1, 1440)]
    public int SilenceMinutes { get; set; } = 30;

    /// <summary>After how many days each entry of the masked transcript is deleted, 1 to 7.</summary>
    [Range(1, 7)]
    public int TranscriptDays { get; set; } = 7;

    /// <summary>How many days after it was closed the case of someone who asked for a person is deleted, 1 to 1095.</summary>
    [Range(1, 1095)]
    public int CaseDays { get; set; } = 180;

    /// <summary>The first two, as the stores take them.</summary>
    internal Retention Retention => new(TimeSpan.FromMinutes(SilenceMinutes), TimeSpan.FromDays(TranscriptDays));
}
