using CareCatalog.Channels;
using CareCatalog.Dialogs;
using CareCatalog.Publishing;
using CareCatalog.Search.Text;
using CareCatalog.Web.Console;
using Microsoft.Extensions.Options;

namespace CareCatalog.Web;

/// <summary>
/// Looks for another edition and puts it in force while turns go on. A damaged one is logged and the last good one stays.
/// Looking at a pointer of thirteen bytes works on every file system, where notices of changes do not.
/// </summary>
internal sealed class EditionWatch(
    EditionArchive archive, EditionInForce inForce, EditionIndex index, Assistant assistant, CharacterTable characters,
    IOptions<CatalogueOptions> options, TimeProvider clock, ILogger<EditionWatch> log)
    : BackgroundService
{
    private string? seen = archive.Current;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        WarmUp(inForce.Current);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(options.Value.LookEveryMilliseconds));
        while (await timer.WaitForNextTickAsync(stoppingToken)) Look();
    }

    private void Look()
    {
        // While nothing is published, and while a pointer cannot be read, what answers goes on answering.
        if (archive.Current is not { } version || version == seen) return;
        seen = version;
        if (version == inForce.Current.Version) return;
        var reading = archive.Read(version);
        if (reading.Edition is not { } edition)
        {
            log.LogError(
                "Edition {Version} cannot be used, {Current} stays in force: {Problems}",
                version, inForce.Current.Version, string.Join("; ", reading.Problems.Take(5)));
            return;
        }
        WarmUp(index.Open(edition));
        var before = inForce.Current.Version;
        inForce.Replace(edition);
        log.LogInformation("Edition {Version} is in force; before it: {Before}.", version, before);
    }

    // The gazetteer of an edition is built by its first turn, the console's index by its first key; both are to be nobody's.
    private void WarmUp(CatalogEdition edition)
    {
        var need = edition.Needs.Count > 0 ? edition.Needs[0].Name : "1";
        assistant.Take(Conversation.New, new Question(need, edition.Lists[^1].Code), edition, clock.GetUtcNow());
        ConsoleIndex.Of(edition, characters);
    }
}
