using CareCatalog.Testing;

namespace CareCatalog.Faults.Scenarios;

/// <summary>On PostgreSQL: every file of the server, its write-ahead log, its own log, and a dump.</summary>
internal sealed class PlantedMarksPostgres(double size) : PlantedMarks(size, "PostgreSQL"), IDisposable
{
    private readonly Lazy<PostgresServer> server = new(() => PostgresServer.Start("log_statement = 'all'", "log_parameter_max_length = -1"));

    public override async Task<Finding> RunAsync()
    {
        using (this) return await base.RunAsync();
    }

    public void Dispose() => server.Value.Dispose();

    /// <inheritdoc/>
    protected override void Configure(HostUnderTest host)
    {
        host.Settings["Storage__Provider"] = "postgres";
        host.Settings["Storage__Postgres"] = server.Value.ConnectionTo("postgres");
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> Remains()
    {
        server.Value.Dump("postgres");
        // Stopped, so that all it holds in memory is in its files.
        server.Value.Stop();
        return Directory.EnumerateFiles(server.Value.Folder, "*", SearchOption.AllDirectories);
    }
}
