namespace CareCatalog;

/// <summary>需求: a term of the taxonomy under the services of the national index (<c>seeds/taxonomy.csv</c>).</summary>
/// <param name="Id">Lower-case words joined by hyphens, as in <c>vaccination</c>.</param>
/// <param name="Parent">The national service it lies under.</param>
/// <param name="Name">Its Chinese name.</param>
/// <param name="EnglishName">Its English name.</param>
public sealed record Need(string Id, ItemId Parent, string Name, string EnglishName);
