namespace CareCatalog;

/// <summary>A public line that anyone may ring.</summary>
/// <param name="Number">As dialled, as in 12345.</param>
/// <param name="Name">Its Chinese name.</param>
/// <param name="EnglishName">Its English name.</param>
/// <param name="Purpose">What for, Chinese.</param>
/// <param name="EnglishPurpose">What for, English.</param>
/// <param name="Hours">When it answers, Chinese; empty when not established.</param>
/// <param name="EnglishHours">When it answers, English; empty when not established.</param>
/// <param name="Source">Where the fact comes from.</param>
public sealed record Hotline(
    string Number, string Name, string EnglishName, string Purpose, string EnglishPurpose,
    string Hours, string EnglishHours, string Source);
