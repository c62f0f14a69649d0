using System.Data.Common;
using CareCatalog.Dialogs;
using Microsoft.Extensions.Options;

namespace CareCatalog.Web;

/// <summary>Deletes, minute by minute, what has been silent too long.</summary>
internal sealed class ConversationSweep(
    IConversationStore store, IOptions<ConversationOptions> options, TimeProvider clock, ILogger<ConversationSweep> log)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        do
        {
            try
            {
                await store.SweepAsync(clock.GetUtcNow() - TimeSpan.FromMinutes(options.Value.SilenceMinutes), stoppingToken);
            }
            catch (DbException failure)
            {
                log.LogError(failure, "Silent conversations could not be deleted; the next sweep tries again.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
