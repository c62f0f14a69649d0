namespace CareCatalog.Dialogs;

/// <summary>
/// 审计: what was done, append only. Each entry is chained to the one before by a keyed hash, so that whoever can write the
/// tables, but has not the key ring, changes or removes nothing unnoticed but the newest entries.
/// </summary>
public interface IAuditLog
{
    /// <summary>Notes what was done; returns when it is durable.</summary>
    ValueTask AppendAsync(string actor, string action, string subject, CancellationToken cancellation);

    /// <summary>The newest entries, oldest of them first.</summary>
    /// <param name="limit">At most so many, 1 to 1000.</param>
    /// <param name="cancellation">Stops the reading.</param>
    ValueTask<IReadOnlyList<AuditEntry>> ReadAuditAsync(int limit, CancellationToken cancellation);

    /// <summary>The sequence of the first entry that is missing or not what was written; null when the chain is whole.</summary>
    ValueTask<long?> FindAuditBreakAsync(CancellationToken cancellation);
}
