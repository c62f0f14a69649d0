namespace CareCatalog.Seeds;

/// <summary>What stands in a document without being a row, a passage or a title: column heads, page labels, seals, rules of a table.</summary>
/// <param name="What">What it is.</param>
/// <param name="Text">The text that each of the stretches of lines holds; empty when <paramref name="Marks"/> are given.</param>
/// <param name="Marks">Characters that are only rules of the table wherever they stand in these lines; empty when there is a text.</param>
/// <param name="Lines">The stretches.</param>
/// <param name="SeedLine">The line of the list file that says so.</param>
internal sealed record Furniture(string What, string Text, string Marks, IReadOnlyList<SourceLines> Lines, int SeedLine);
