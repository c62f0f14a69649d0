namespace CareCatalog.Channels.DirectLine;

/// <summary>A session's id; only sign-in cards use it.</summary>
internal sealed record SessionResponse(string SessionId);
