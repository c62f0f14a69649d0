namespace CareCatalog.Dialogs.Lexicons;

/// <summary>A word of the vocabulary.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Weight">Han characters, or two for each Latin word.</param>
internal readonly record struct Literal(int Number, int Weight);
