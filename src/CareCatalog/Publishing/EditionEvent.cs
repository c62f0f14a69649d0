namespace CareCatalog.Publishing;

/// <summary>Something that happened to the edition in force.</summary>
/// <param name="At">When.</param>
/// <param name="Action"><c>publish</c> or <c>rollback</c>.</param>
/// <param name="Version">The edition put in force.</param>
/// <param name="Previous">The edition in force before; empty when there was none.</param>
public sealed record EditionEvent(DateTimeOffset At, string Action, string Version, string Previous);
