namespace CareCatalog.Import;

/// <summary>A cell as imported: what the file prints, what is proposed instead, and how sure.</summary>
/// <param name="Text">As printed, white space removed; filled down where a merged or blank cell above holds for it.</param>
/// <param name="Reading">The reading proposed; the same as <paramref name="Text"/> when nothing seems wrong.</param>
/// <param name="Sureness">How sure the reading is, 0 to 1.</param>
/// <param name="Why">How it was come by, in a few English words; empty when it simply stands there.</param>
/// <param name="From">The row, from 0, in which the text stands: the cell's own unless filled down; −1 when it stands nowhere.</param>
public sealed record DraftCell(string Text, string Reading, double Sureness, string Why, int From);
