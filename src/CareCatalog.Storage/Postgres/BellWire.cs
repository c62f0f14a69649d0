using System.Data.Common;
using System.Threading.Channels;
using Npgsql;

namespace CareCatalog.Storage.Postgres;

/// <summary>
/// Tells the other nodes in which conversations a turn was taken. What comes within a moment is told together, so that the
/// number of notices depends on time and not on turns. Best effort: a stream that misses one looks again by itself.
/// </summary>
internal sealed class BellWire : IAsyncDisposable
{
    private const string Topic = "carecatalog_bell";
    private const int NamesInOne = 200;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly string node = Guid.NewGuid().ToString("N")[..8];
    private readonly NpgsqlDataSource source;
    // Never disposed: it has no timer, and a host may close a store more than once.
#pragma warning disable CA2213
    private readonly CancellationTokenSource over = new();
#pragma warning restore CA2213
    private readonly Channel<string> taken = Channel.CreateBounded<string>(
        new BoundedChannelOptions(16 * 1024) { SingleReader = true, FullMode = BoundedChannelFullMode.DropOldest });
    private readonly Task working;

    public BellWire(NpgsqlDataSource source)
    {
        this.source = source;
        working = Task.WhenAll(Task.Run(() => AgainAndAgainAsync(TellAsync)), Task.Run(() => AgainAndAgainAsync(ListenAsync)));
    }

    /// <summary>A turn was taken by another node; null when notices may have been missed.</summary>
    public event Action<string?>? Rung;

    /// <summary>Notes a turn taken here.</summary>
    public void Tell(string name) => taken.Writer.TryWrite(name);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await working;
    }

    private async Task AgainAndAgainAsync(Func<Task> work)
    {
        while (!over.IsCancellationRequested)
        {
            try
            {
                await work();
            }
            catch (Exception failure) when (failure is DbException or OperationCanceledException or InvalidOperationException or IOException)
            {
                // The server has gone, or the node stops.
                await Task.Delay(Pause, over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task TellAsync()
    {
        while (await taken.Reader.WaitToReadAsync(over.Token))
        {
            await Task.Delay(Moment, over.Token);
            var names = new HashSet<string>(StringComparer.Ordinal);
            while (names.Count < NamesInOne && taken.Reader.TryRead(out var name)) names.Add(name);
            await using var command = source.CreateCommand($"SELECT pg_notify('{Topic}', $1)");
            command.Parameters.Add(new() { Value = $"{node} {string.Join(' ', names)}" });
            await command.ExecuteNonQueryAsync(over.Token);
        }
    }

    private async Task ListenAsync()
    {
        await using var connection = await source.OpenConnectionAsync(over.Token);
        connection.Notification += (_, notice) => Hear(notice.Payload);
        await using (var command = new NpgsqlCommand($"LISTEN {Topic}", connection)) await command.ExecuteNonQueryAsync(over.Token);
        Rung?.Invoke(null);
        while (true) await connection.WaitAsync(over.Token);
    }

    private void Hear(string payload)
    {
        var words = payload.Split(' ');
        if (words[0] == node) return;
        foreach (var name in words.Skip(1)) Rung?.Invoke(name);
    }
}
