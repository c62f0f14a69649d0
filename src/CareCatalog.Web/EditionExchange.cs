using System.Data.Common;
using System.IO.Compression;
using CareCatalog.Publishing;
using CareCatalog.Storage.Postgres;
using Microsoft.Extensions.Options;

namespace CareCatalog.Web;

/// <summary>
/// Keeps the nodes on one edition: what is published or rolled back in this node's folder while it runs is put into the
/// database, and what another node put there is published in this node's folder, checks and all.
/// </summary>
internal sealed class EditionExchange(
    EditionArchive archive, PostgresEditions editions, IOptions<CatalogueOptions> options, TimeProvider clock, ILogger<EditionExchange> log)
    : BackgroundService
{
    private string? seen;
    private string? damaged;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What was published here while the node was down counts only where the nodes have no edition yet.
        var isFirst = true;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(options.Value.LookEveryMilliseconds));
        do
        {
            try
            {
                var shared = await editions.FindInForceAsync(stoppingToken);
                if (isFirst && shared is not null) seen = archive.Current;
                isFirst = false;
                await LookAsync(shared, stoppingToken);
            }
            catch (Exception failure) when (failure is DbException or IOException or InvalidDataException)
            {
                log.LogWarning(failure, "The editions could not be compared with those of the other nodes; it is tried again.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(string? shared, CancellationToken stopping)
    {
        var here = archive.Current;
        if (here != seen && here is not null && here != shared)
        {
            await editions.PutInForceAsync(here, Pack(archive.SeedsOf(here)), stopping);
            log.LogInformation("Edition {Version} is put in force for all nodes.", here);
        }
        else if (shared is not null && shared != here && shared != damaged)
        {
            await TakeOverAsync(shared, stopping);
        }
        seen = archive.Current;
    }

    private async Task TakeOverAsync(string version, CancellationToken stopping)
    {
        var taken = archive.Versions.Contains(version) && archive.Read(version).Edition is not null
            ? archive.Rollback(version, clock)
            : Publish(await editions.ReadAsync(version, stopping) ?? []);
        if (taken.Version == version) return;
        damaged = version;
        log.LogError("Edition {Version}, put in force by another node, cannot be used: {Problems}", version, string.Join("; ", taken.Problems.Take(5)));
    }

    private Publication Publish(byte[] content)
    {
        var folder = Directory.CreateTempSubdirectory("carecatalog-edition-").FullName;
        try
        {
            using var packed = new MemoryStream(content);
            ZipFile.ExtractToDirectory(packed, folder);
            return archive.Publish(folder, clock);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static byte[] Pack(string folder)
    {
        using var packed = new MemoryStream();
        ZipFile.CreateFromDirectory(folder, packed, CompressionLevel.Optimal, includeBaseDirectory: false);
        return packed.ToArray();
    }
}
