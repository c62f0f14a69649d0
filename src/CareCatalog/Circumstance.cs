namespace CareCatalog;

/// <summary>情形: what a row can be restricted to (<c>seeds/circumstances.csv</c>).</summary>
/// <param name="Id">Lower-case words joined by hyphens, as in <c>orphan</c>.</param>
/// <param name="Name">Its Chinese name.</param>
/// <param name="EnglishName">Its English name.</param>
/// <param name="Implies">The circumstances that hold whenever this one does.</param>
public sealed record Circumstance(string Id, string Name, string EnglishName, IReadOnlyList<string> Implies);
