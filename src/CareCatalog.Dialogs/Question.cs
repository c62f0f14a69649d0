namespace CareCatalog.Dialogs;

/// <summary>提问: one message of a person, free of any channel.</summary>
/// <param name="Text">What was written; any text whatever.</param>
/// <param name="Jurisdiction">The residence known from context (a widget's or console's setting); null when unknown. What the text says overrides it.</param>
/// <param name="Language">The language asked for; null to follow the text.</param>
public sealed record Question(string Text, JurisdictionCode? Jurisdiction = null, Language? Language = null)
{
    /// <summary>Whether personal data was masked in the text before it came here; the reply then says that none is needed.</summary>
    public bool HasPersonalData { get; init; }
}
