namespace CareCatalog.Web;

/// <summary>Whether the host can answer.</summary>
/// <param name="Ready">An edition is in force, the store takes writes and the host is not stopping.</param>
/// <param name="Edition">The edition in force.</param>
/// <param name="Store"><c>reachable</c> or <c>unreachable</c>.</param>
/// <param name="Channels">Each channel: <c>on</c>, or why it is not. A channel that is off leaves the host ready.</param>
internal sealed record ReadyView(bool Ready, string Edition, string Store, IReadOnlyDictionary<string, string> Channels);
