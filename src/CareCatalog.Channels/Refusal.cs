namespace CareCatalog.Channels;

/// <summary>Why a request is not accepted: an expected failure, said in the form of the door it came to.</summary>
/// <param name="Status">The HTTP status, 400 to 599.</param>
/// <param name="Code">A stable name for programs, as in <c>TextTooLong</c>.</param>
/// <param name="Reason">A sentence for people. Never repeats what was sent.</param>
public sealed record Refusal(int Status, string Code, string Reason)
{
    /// <summary>After how many seconds it may be tried again; null when trying again gains nothing.</summary>
    public int? RetryAfter { get; init; } = Status == 503 ? 5 : null;
}
