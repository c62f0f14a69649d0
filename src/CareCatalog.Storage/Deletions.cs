namespace CareCatalog.Storage;

/// <summary>How long it is kept that a conversation was deleted: longer than any backup in which it could come back.</summary>
internal static class Deletions
{
    /// <summary>Backups are kept seven days; one more for clocks and operators.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(8);
}
