namespace CareCatalog.Search;

/// <summary>How an index was come by.</summary>
/// <param name="IsLoaded">True when its file fitted; false when it was built.</param>
/// <param name="Warning">Why a file that is there was not taken, in a sentence; null when there is nothing to warn of.</param>
public sealed record IndexOpening(bool IsLoaded, string? Warning);
