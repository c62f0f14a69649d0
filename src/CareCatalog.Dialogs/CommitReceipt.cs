namespace CareCatalog.Dialogs;

/// <summary>What a commit did.</summary>
/// <param name="Outcome">Whether it was written.</param>
/// <param name="Entries">
/// The transcript entries of the inbound message: those just written, or, of a duplicate, those written the first time,
/// so that a message delivered twice is answered the same way twice. Empty on a conflict.
/// </param>
public sealed record CommitReceipt(CommitOutcome Outcome, IReadOnlyList<TranscriptEntry> Entries);
