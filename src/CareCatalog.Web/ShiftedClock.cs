namespace CareCatalog.Web;

/// <summary>A clock that started at another moment and runs on from there.</summary>
internal sealed class ShiftedClock(DateTimeOffset start) : TimeProvider
{
    private readonly TimeSpan shift = start - System.GetUtcNow();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => (System.GetUtcNow() + shift).ToUniversalTime();
}
