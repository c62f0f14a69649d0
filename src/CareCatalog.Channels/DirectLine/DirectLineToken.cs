namespace CareCatalog.Channels.DirectLine;

/// <summary>What a token grants: one conversation, as one user, for a time.</summary>
/// <param name="ConversationId">The conversation it opens.</param>
/// <param name="User">The user's id, put on every activity; begins with <c>dl_</c>.</param>
/// <param name="Expires">Until when, in whole seconds.</param>
/// <param name="ForStream">Whether it opens a stream only, as a part of the stream's address.</param>
/// <param name="Origins">The sites whose pages may use it; null for any that the host allows.</param>
public sealed record DirectLineToken(
    string ConversationId, string User, DateTimeOffset Expires, bool ForStream = false, IReadOnlyList<string>? Origins = null);
