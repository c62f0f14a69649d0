namespace CareCatalog;

/// <summary>政策条文: a numbered section of a notice or plan.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Section">The section's number and head as printed, as in （四）精准监测摸排.</param>
/// <param name="Text">The section's text, lines joined.</param>
/// <param name="Departments">The departments it names as responsible.</param>
/// <param name="Needs">The ids of the needs it speaks of.</param>
/// <param name="Errata">The errata that hit it.</param>
/// <param name="Provenance">Where it is written.</param>
public sealed record Passage(
    PassageId Id, string Section, string Text, IReadOnlyList<string> Departments,
    IReadOnlyList<string> Needs, IReadOnlyList<Erratum> Errata, Provenance Provenance);
