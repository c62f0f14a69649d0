namespace CareCatalog.Storage;

/// <summary>How long a store keeps what it keeps of a conversation.</summary>
/// <param name="State">What it knows, after its last turn; positive.</param>
/// <param name="Transcript">Each entry of its masked transcript; at least as long as the state.</param>
public sealed record Retention(TimeSpan State, TimeSpan Transcript)
{
    /// <summary>This retention when it is one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    internal Retention Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(State, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(Transcript, State);
        return this;
    }
}
