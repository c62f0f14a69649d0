namespace CareCatalog;

/// <summary>A row of a list: jurisdiction code, a hyphen and the true row number in two digits, as in <c>370200-02</c>.</summary>
/// <param name="Jurisdiction">Whose list.</param>
/// <param name="Number">The true row number, from 1.</param>
public readonly record struct ItemId(JurisdictionCode Jurisdiction, int Number) : IComparable<ItemId>
{
    /// <summary>Reads an id such as <c>370200-02</c>; false when it is not one.</summary>
    public static bool TryParse(string? text, out ItemId id)
    {
        id = default;
        if (text is not { Length: >= 9 and <= 10 } || text[6] != '-') return false;
        if (!JurisdictionCode.TryParse(text[..6], out var code)) return false;
        if (!text.AsSpan(7).ContainsAnyExceptInRange('0', '9') && int.TryParse(text.AsSpan(7), out var number) && number > 0)
        {
            id = new ItemId(code, number);
            return true;
        }
        return false;
    }

    /// <summary>Reads an id such as <c>370200-02</c>.</summary>
    /// <exception cref="FormatException">The text is not an id.</exception>
    public static ItemId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not the id of a row.");

    /// <inheritdoc/>
    public int CompareTo(ItemId other) =>
        (Jurisdiction.Value, Number).CompareTo((other.Jurisdiction.Value, other.Number));

    /// <inheritdoc/>
    public override string ToString() => $"{Jurisdiction}-{Number:00}";

    /// <summary>Whether <paramref name="left"/> stands before <paramref name="right"/>.</summary>
    public static bool operator <(ItemId left, ItemId right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> stands after <paramref name="right"/>.</summary>
    public static bool operator >(ItemId left, ItemId right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> stands before or is <paramref name="right"/>.</summary>
    public static bool operator <=(ItemId left, ItemId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> stands after or is <paramref name="right"/>.</summary>
    public static bool operator >=(ItemId left, ItemId right) => left.CompareTo(right) >= 0;
}
