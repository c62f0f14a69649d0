namespace CareCatalog.Dialogs;

/// <summary>转人工: someone asked for a person. Says where and in which language; nothing of who they are or what they said.</summary>
/// <param name="Id">128 random bits in hexadecimal.</param>
/// <param name="Opened">When it was asked.</param>
/// <param name="Language"><c>zh</c> or <c>en</c>.</param>
/// <param name="Jurisdiction">Code of the residence; null when unknown.</param>
public sealed record HandoffCase(string Id, DateTimeOffset Opened, string Language, string? Jurisdiction)
{
    /// <summary>When it was closed; null while it is open.</summary>
    public DateTimeOffset? Closed { get; init; }

    /// <summary>By whom; null while it is open.</summary>
    public string? ClosedBy { get; init; }
}
