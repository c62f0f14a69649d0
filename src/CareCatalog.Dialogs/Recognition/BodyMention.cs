namespace CareCatalog.Dialogs.Recognition;

/// <summary>A body named in a message.</summary>
/// <param name="Body">Its id, shared over all levels.</param>
/// <param name="Start">Where the name begins.</param>
/// <param name="End">Where it ends, exclusive.</param>
internal readonly record struct BodyMention(string Body, int Start, int End);
