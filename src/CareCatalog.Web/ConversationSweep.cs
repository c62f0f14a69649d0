using System.Data.Common;
using CareCatalog.Dialogs;
using CareCatalog.Storage;
using Microsoft.Extensions.Options;

namespace CareCatalog.Web;

/// <summary>Deletes what is to be kept no longer, each kind in its own round; most of what there is only after a second thought.</summary>
internal sealed class ConversationSweep(
    IConversationStore store, IOptions<ConversationOptions> options, TimeProvider clock, ILogger<ConversationSweep> log)
    : BackgroundService
{
    // States are few and short-lived; looking for old transcripts reads through all there are.
    private static readonly TimeSpan StateRound = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan TranscriptRound = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        SweepAsync(Retained.State, options.Value.Retention.State, StateRound, stoppingToken),
        SweepAsync(Retained.Transcript, options.Value.Retention.Transcript, TranscriptRound, stoppingToken),
        SweepAsync(Retained.Case, TimeSpan.FromDays(options.Value.CaseDays), TranscriptRound, stoppingToken));

    private async Task SweepAsync(Retained what, TimeSpan kept, TimeSpan round, CancellationToken stopping)
    {
        var guard = new SweepGuard(store, what, options.Value.Retention.State, clock);
        using var timer = new PeriodicTimer(round);
        do
        {
            try
            {
                var until = clock.GetUtcNow() - kept;
                if (await guard.AllowsAsync(until, stopping)) await store.SweepAsync(what, until, stopping);
                else log.LogError("Most of what is kept ({What}) seems too old at once; is the clock right? It is kept until it has seemed so for {Minutes} minutes.", what, options.Value.SilenceMinutes);
            }
            catch (DbException failure)
            {
                log.LogError(failure, "What is too old ({What}) could not be deleted; the next sweep tries again.", what);
            }
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }
}
