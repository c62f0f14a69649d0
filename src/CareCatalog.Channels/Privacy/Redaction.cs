namespace CareCatalog.Channels.Privacy;

/// <summary>脱敏: a text after masking.</summary>
/// <param name="Text">The text, each piece of personal data replaced by <see cref="Redactor.Mask"/>.</param>
/// <param name="Kinds">What was masked, in order of place; empty when nothing was.</param>
public sealed record Redaction(string Text, IReadOnlyList<PersonalDataKind> Kinds)
{
    /// <summary>Whether anything was masked.</summary>
    public bool HasPersonalData => Kinds.Count > 0;
}
