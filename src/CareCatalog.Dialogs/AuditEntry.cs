namespace CareCatalog.Dialogs;

/// <summary>Something that staff did or that befell the service. Holds nothing personal of a family.</summary>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who, by the name of the account; <c>host</c> for the service itself.</param>
/// <param name="Action">What, as in <c>sign-in</c>.</param>
/// <param name="Subject">Of what; may be empty.</param>
public sealed record AuditEntry(long Sequence, DateTimeOffset At, string Actor, string Action, string Subject);
