namespace CareCatalog.Publishing;

/// <summary>A field of a row that reads differently.</summary>
/// <param name="Field">domain, audience, service, content, departments, needs, eligibility or errata.</param>
/// <param name="Before">As it was.</param>
/// <param name="After">As it is.</param>
public sealed record FieldChange(string Field, string Before, string After);
