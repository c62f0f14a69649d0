using System.ComponentModel.DataAnnotations;

namespace CareCatalog.Web;

/// <summary>Configuration section <c>Conversations</c>.</summary>
internal sealed class ConversationOptions
{
    /// <summary>After how many minutes of silence a conversation is forgotten, 1 to 1440.</summary>
    [Range(1, 1440)]
    public int SilenceMinutes { get; set; } = 30;
}
