using CareCatalog.Dialogs;

namespace CareCatalog.Channels.DirectLine;

/// <summary>What <c>channelData</c> of a reply holds: the answer in its parts.</summary>
/// <param name="Reply">The answer.</param>
internal sealed record ReplyData(Reply Reply);
