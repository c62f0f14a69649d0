namespace CareCatalog.Channels.DirectLine;

/// <summary>Whoever was let in.</summary>
/// <param name="Token">The token brought; null of one who brought the secret and may open every conversation.</param>
internal sealed record DirectLineCaller(DirectLineToken? Token)
{
    /// <summary>One who brought the secret.</summary>
    public static readonly DirectLineCaller Trusted = new((DirectLineToken?)null);
}
