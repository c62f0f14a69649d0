namespace CareCatalog.Dialogs.Lexicons;

/// <summary>A set of words any of which may stand in one place of an entry; shared by all entries that name the same set.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Words">The words, each once.</param>
internal sealed record Part(int Number, Literal[] Words);
