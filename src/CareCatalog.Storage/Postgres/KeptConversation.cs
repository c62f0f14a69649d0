namespace CareCatalog.Storage.Postgres;

/// <summary>A conversation's row but for its state.</summary>
/// <param name="Version">Its version.</param>
/// <param name="LastPosition">The last position of its transcript.</param>
/// <param name="LastTurn">Unix milliseconds.</param>
/// <param name="Key">Its key, wrapped.</param>
internal sealed record KeptConversation(long Version, long LastPosition, long LastTurn, byte[] Key);
