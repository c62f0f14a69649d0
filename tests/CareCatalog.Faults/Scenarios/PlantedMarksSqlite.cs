namespace CareCatalog.Faults.Scenarios;

/// <summary>On SQLite: the database, its write-ahead log and its index lie in the host's folder.</summary>
internal sealed class PlantedMarksSqlite(double size) : PlantedMarks(size, "SQLite")
{
    /// <inheritdoc/>
    protected override void Configure(HostUnderTest host)
    {
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> Remains() => [];
}
