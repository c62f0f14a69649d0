namespace CareCatalog.Web.Screens;

/// <summary>What a page of <c>/chat</c> shows.</summary>
/// <param name="Conversation">Whose talk.</param>
/// <param name="Language">Language of the screen.</param>
/// <param name="Size">0 standard, 1 large, 2 largest letters.</param>
/// <param name="Entries">The talk so far.</param>
internal sealed record PlainChatView(string Conversation, string Language, int Size, IReadOnlyList<PlainEntry> Entries)
{
    /// <summary>Key of what has to be said beside it; null when nothing has.</summary>
    public string? Note { get; init; }

    /// <summary>What stands in the field, so that nothing written is lost.</summary>
    public string Text { get; init; } = "";
}
