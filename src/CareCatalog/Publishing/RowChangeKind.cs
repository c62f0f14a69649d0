namespace CareCatalog.Publishing;

/// <summary>What became of a row from one edition to another.</summary>
public enum RowChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It reads differently.</summary>
    Changed,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>It stands under another number, and may read differently as well.</summary>
    Renumbered,
}
