using CareCatalog.Dialogs;

namespace CareCatalog.Web.Cases;

/// <summary>The audit as it is shown.</summary>
/// <param name="BrokenAt">The first entry that is missing or changed; null when the chain is whole.</param>
/// <param name="Entries">The newest entries, oldest of them first.</param>
internal sealed record AuditView(long? BrokenAt, IReadOnlyList<AuditEntry> Entries);
