using CareCatalog.Channels;
using CareCatalog.Channels.Privacy;
using CareCatalog.Dialogs;
using CareCatalog.Publishing;
using CareCatalog.Search;
using CareCatalog.Web.Hsds;
using Microsoft.Extensions.Options;

namespace CareCatalog.Web;

/// <summary>Adds the catalogue and the assistant, both read before the host listens, and the watch for newer editions.</summary>
internal static class CatalogueSetup
{
    public static void AddCatalogue(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CatalogueOptions>().Bind(configuration.GetSection("Catalogue")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new EditionArchive(provider.GetRequiredService<IOptions<CatalogueOptions>>().Value.Editions));
        services.AddSingleton(provider => FirstEdition(
            provider.GetRequiredService<EditionArchive>(), provider.GetRequiredService<ILogger<EditionWatch>>()));
        services.AddSingleton(provider => new IndexFolder(provider.GetRequiredService<EditionArchive>().Indexes));
        services.AddSingleton<EditionIndex>();
        services.AddSingleton(provider => new EditionInForce(provider.GetRequiredService<EditionIndex>().Open(provider.GetRequiredService<CatalogEdition>())));
        services.AddSingleton(provider => Redactor.Load(Beside("dialogs"), Beside("seeds"), provider.GetRequiredService<CatalogEdition>()));
        services.AddSingleton(_ => Assistant.Load(Beside("dialogs"), Beside("seeds")));
        services.AddSingleton<HumanServicesDirectories>();
        services.AddHostedService<EditionWatch>();
    }

    // The edition in force; when it is damaged the last sound one before it; when nothing was published the seeds beside the binaries.
    private static CatalogEdition FirstEdition(EditionArchive archive, ILogger<EditionWatch> log)
    {
        foreach (var version in archive.Events.Reverse().Select(entry => entry.Version).Prepend(archive.Current).OfType<string>().Distinct())
        {
            var reading = archive.Read(version);
            if (reading.Edition is { } edition) return edition;
            log.LogError("Edition {Version} cannot be used: {Problems}", version, string.Join("; ", reading.Problems.Take(5)));
        }
        return ReadSeeds();
    }

    private static CatalogEdition ReadSeeds()
    {
        var reading = CatalogReader.Read(Beside("seeds"));
        return reading.Edition ?? throw new InvalidDataException(
            $"The catalogue cannot be read:{Environment.NewLine}{string.Join(Environment.NewLine, reading.Problems)}");
    }

    private static string Beside(string folder) => Path.Combine(AppContext.BaseDirectory, folder);
}
