namespace CareCatalog.Dialogs;

/// <summary>寄送: how the entries of a turn leave.</summary>
/// <param name="Carrier">Who takes them out, by name.</param>
public sealed record Dispatch(string Carrier)
{
    /// <summary>Where to, as the platform names the person: kept with the waiting reply only, and gone with it. Null when the entry says it.</summary>
    public string? Address { get; init; }

    /// <summary>Until when the first of them is held back, for whoever hands it over otherwise and then strikes it off; null when it may leave at once.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>When the entry at a place, from 0, is due; those of a conversation leave in order all the same.</summary>
    /// <param name="index">Its place among the entries of the turn.</param>
    /// <param name="at">When the turn is committed.</param>
    public DateTimeOffset DueOf(int index, DateTimeOffset at) => index == 0 && HeldUntil > at ? HeldUntil.Value : at;
}
