using Microsoft.Extensions.Options;

namespace CareCatalog.Web.Watching;

/// <summary>Told to stop, the host says so at /readyz, lets its streams go, and still serves until it has been noticed.</summary>
internal sealed class Drain(IHostApplicationLifetime life, IOptions<WatchingOptions> options, ILogger<Drain> log) : IHostedLifecycleService
{
    /// <summary>Whether the host was told to stop.</summary>
    public bool HasBegun => life.ApplicationStopping.IsCancellationRequested;

    /// <inheritdoc/>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (options.Value.DrainSeconds == 0) return;
        log.LogInformation("Stopping; requests are still taken for {Seconds} s.", options.Value.DrainSeconds);
        await Task.Delay(TimeSpan.FromSeconds(options.Value.DrainSeconds), cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
