namespace CareCatalog.Channels.Privacy;

/// <summary>A piece of personal data in a text.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character after its last.</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct PersonalDatum(int Start, int End, PersonalDataKind Kind);
