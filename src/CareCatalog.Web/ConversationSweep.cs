using System.Data.Common;
using CareCatalog.Dialogs;
using CareCatalog.Storage;
using Microsoft.Extensions.Options;

namespace CareCatalog.Web;

/// <summary>Deletes, minute by minute, what has been silent too long; most of what there is only after a second thought.</summary>
internal sealed class ConversationSweep(
    IConversationStore store, IOptions<ConversationOptions> options, TimeProvider clock, ILogger<ConversationSweep> log)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var silence = TimeSpan.FromMinutes(options.Value.SilenceMinutes);
        var guard = new SweepGuard(store, silence, clock);
        using var timer = new PeriodicTimer(Interval);
        do
        {
            try
            {
                var since = clock.GetUtcNow() - silence;
                if (await guard.AllowsAsync(since, stoppingToken)) await store.SweepAsync(since, stoppingToken);
                else log.LogError("Most conversations seem silent at once; is the clock right? They are kept until it has seemed so for {Minutes} minutes.", options.Value.SilenceMinutes);
            }
            catch (DbException failure)
            {
                log.LogError(failure, "Silent conversations could not be deleted; the next sweep tries again.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
