using System.Data.Common;
using System.Threading.Channels;
using CareCatalog.Dialogs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CareCatalog.Channels.Sending;

/// <summary>
/// 信使: takes replies out of the outbox and hands them to their carriers, at least once each and in order within a
/// conversation. What is in hand is bounded; what fails is tried again, later each time, until it is too old to be of use.
/// </summary>
public sealed class Courier(
    IOutbox outbox, IEnumerable<ICarrier> carriers, Doorbell bell, IOptions<OutboxOptions> options, TimeProvider clock, ILogger<Courier> log)
    : BackgroundService
{
    // Longer than a carrier's patience, twice over: once in the queue, once on the way.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, ICarrier> carriers = carriers.ToDictionary(carrier => carrier.Name, StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var queue = Channel.CreateBounded<OutboundReply>(options.Value.Workers);
        var workers = Enumerable.Range(0, options.Value.Workers).Select(_ => CarryAsync(queue.Reader, stoppingToken)).ToList();
        while (!stoppingToken.IsCancellationRequested)
        {
            var ring = bell.NextRing(Doorbell.Outbox);
            if (await FillAsync(queue.Writer, stoppingToken) == 0)
                await Task.WhenAny(ring, Task.Delay(Look, stoppingToken));
        }
        await Task.WhenAll(workers);
    }

    private async Task<int> FillAsync(ChannelWriter<OutboundReply> queue, CancellationToken stopping)
    {
        try
        {
            TurnTelemetry.Outbox.Record(await outbox.CountWaitingAsync(stopping));
            var due = await outbox.TakeDueAsync(options.Value.Workers, Lease, stopping);
            foreach (var reply in due) await queue.WriteAsync(reply, stopping);
            return due.Count;
        }
        catch (DbException failure)
        {
            log.LogError(failure, "The outbox is out of reach; it is asked again.");
            return 0;
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
    }

    private async Task CarryAsync(ChannelReader<OutboundReply> queue, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var reply = await queue.ReadAsync(stopping);
                await SettleAsync(reply, await CarryAsync(reply, stopping), stopping);
            }
            catch (OperationCanceledException)
            {
                // What was in hand is due again when its lease is over.
            }
            catch (DbException failure)
            {
                log.LogError(failure, "It could not be noted that a reply left; it will leave again.");
            }
        }
    }

    private async Task<Delivery> CarryAsync(OutboundReply reply, CancellationToken stopping)
    {
        if (!carriers.TryGetValue(reply.Carrier, out var carrier)) return Delivery.Unreachable;
        using var span = TurnTelemetry.Source.StartActivity("deliver");
        return await carrier.CarryAsync(reply, stopping);
    }

    private async Task SettleAsync(OutboundReply reply, Delivery delivery, CancellationToken stopping)
    {
        var now = clock.GetUtcNow();
        if (delivery == Delivery.Unreachable && now - reply.Since >= TimeSpan.FromMinutes(options.Value.GiveUpMinutes)) delivery = Delivery.Refused;
        TurnTelemetry.Deliveries.Add(1, new KeyValuePair<string, object?>("result", delivery.ToString().ToLowerInvariant()));
        if (delivery == Delivery.Refused)
            log.LogWarning("A reply by {Carrier} is given up after {Attempts} attempts.", reply.Carrier, reply.Attempts);
        await outbox.SettleAsync(reply, delivery == Delivery.Unreachable ? now + PauseAfter(reply.Attempts) : null, stopping);
        // The next of the same conversation may leave now.
        if (delivery != Delivery.Unreachable) bell.Ring(Doorbell.Outbox);
    }

    // A little at random, so that what failed together does not come back together.
    private TimeSpan PauseAfter(int attempts)
    {
        var pause = TimeSpan.FromMilliseconds(options.Value.FirstRetryMilliseconds * Math.Pow(2, Math.Min(attempts - 1, 16)));
        return (pause < LongestPause ? pause : LongestPause) * (0.8 + (0.4 * Random.Shared.NextDouble()));
    }
}
