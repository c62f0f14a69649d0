namespace CareCatalog;

/// <summary>A field of service with its label as the lists print it (<c>seeds/domains.csv</c>).</summary>
/// <param name="Domain">The field.</param>
/// <param name="Name">The label the lists print.</param>
/// <param name="EnglishName">Its English name.</param>
public sealed record DomainEntry(Domain Domain, string Name, string EnglishName);
