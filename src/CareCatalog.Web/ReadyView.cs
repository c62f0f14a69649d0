namespace CareCatalog.Web;

/// <summary>Whether the host can answer.</summary>
/// <param name="Ready">An edition is in force, the store takes writes and the host is not stopping.</param>
/// <param name="Edition">The edition in force.</param>
/// <param name="Store"><c>reachable</c> or <c>unreachable</c>.</param>
internal sealed record ReadyView(bool Ready, string Edition, string Store);
