namespace CareCatalog.Seeds;

/// <summary>An entry of the errata files: one defect, which may hit several rows in the same way.</summary>
/// <param name="Targets">The rows, passages or jurisdictions it hits.</param>
/// <param name="Erratum">The erratum, its target left open.</param>
/// <param name="Lines">Where the reading proposed stands in the document; empty when it stands nowhere.</param>
/// <param name="SeedFile">The file of the entry.</param>
/// <param name="SeedLine">The line it begins on.</param>
/// <param name="PrintedLine">The line of <see cref="Erratum.Printed"/>.</param>
internal sealed record PrintedErratum(
    IReadOnlyList<string> Targets, Erratum Erratum, IReadOnlyList<SourceLines> Lines, string SeedFile, int SeedLine, int PrintedLine);
