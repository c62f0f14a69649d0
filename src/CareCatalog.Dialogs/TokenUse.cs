namespace CareCatalog.Dialogs;

/// <summary>What a node has let through of one limit.</summary>
/// <param name="Bucket">Whose limit: a name that is kept as a keyed hash only.</param>
/// <param name="Size">How much the bucket holds, and how much flows into it in a minute; positive.</param>
/// <param name="Taken">How much was let through since it was last told.</param>
public sealed record TokenUse(string Bucket, int Size, int Taken);
