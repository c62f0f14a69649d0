namespace CareCatalog.Dialogs.Lexicons;

/// <summary>A word of a part found in a message.</summary>
/// <param name="Part">The part's number.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Weight">The word's weight.</param>
/// <param name="BySound">Whether only its sound is there.</param>
// Twelve bytes: a message has some hundreds of hits, and at most 4,000 characters.
internal readonly record struct Hit(int Part, ushort Start, ushort End, byte Weight, bool BySound) : IComparable<Hit>
{
    // One number to compare: sorting the hits is a good part of reading a message.
    private ulong Order => ((ulong)(uint)Part << 17) | ((ulong)Start << 1) | (BySound ? 1UL : 0UL);

    /// <summary>By part, then by place, characters before sounds.</summary>
    public int CompareTo(Hit other) => Order.CompareTo(other.Order);
}
