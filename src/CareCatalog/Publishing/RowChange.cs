namespace CareCatalog.Publishing;

/// <summary>One row that differs between two editions.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Before">The row as it was; null when it is new.</param>
/// <param name="After">The row as it is; null when it is gone.</param>
/// <param name="Fields">The fields that read differently.</param>
public sealed record RowChange(RowChangeKind Kind, ServiceItem? Before, ServiceItem? After, IReadOnlyList<FieldChange> Fields)
{
    /// <summary>The row's present id; its former one when it is gone.</summary>
    public ItemId Id => (After ?? Before)!.Id;
}
