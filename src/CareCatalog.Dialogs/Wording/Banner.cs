namespace CareCatalog.Dialogs.Wording;

/// <summary>What is said first in danger: fixed, approved by people.</summary>
/// <param name="Kind">The kind of danger.</param>
/// <param name="Numbers">The numbers to ring, the first first.</param>
/// <param name="Text">What to do first and whom to ring.</param>
public sealed record Banner(string Kind, IReadOnlyList<string> Numbers, string Text);
