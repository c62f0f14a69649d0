namespace CareCatalog.Search;

/// <summary>A need asked for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Weight">How sure, 0 to 20: the longer the words that named it, the surer.</param>
/// <param name="IsNamed">Whether it was named outright; a need only hinted at never opens a row the person is not eligible for.</param>
/// <param name="IsInferred">Whether no word names it and only the message as a whole makes it likely; it opens no such row either.</param>
public readonly record struct WantedNeed(string Id, double Weight, bool IsNamed, bool IsInferred = false);
