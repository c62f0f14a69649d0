namespace CareCatalog.Faults;

/// <summary>What a scenario found.</summary>
/// <param name="Holds">Whether what must hold did.</param>
/// <param name="Figures">What was measured, in one line.</param>
internal sealed record Finding(bool Holds, string Figures);
