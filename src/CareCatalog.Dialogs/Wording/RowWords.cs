namespace CareCatalog.Dialogs.Wording;

/// <summary>How one row is called and said plainly in one language.</summary>
/// <param name="Title">The service as families would read it.</param>
/// <param name="Summary">What it gives, at most 40 Chinese characters or 25 English words.</param>
public sealed record RowWords(string Title, string Summary);
