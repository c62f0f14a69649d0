namespace CareCatalog.Channels;

/// <summary>Keeps the tokens that others give us until shortly before they expire; each is asked for once at a time.</summary>
/// <param name="clock">When they expire.</param>
internal sealed class TokenCache(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim oneAsker = new(1, 1);
    private readonly Dictionary<string, (string Value, DateTimeOffset Until)> kept = new(StringComparer.Ordinal);

    /// <summary>The token of a name, kept or asked for.</summary>
    /// <param name="name">What it is for.</param>
    /// <param name="ask">Asks for it: the token and how long it is good for.</param>
    /// <param name="cancellation">Stops the asking.</param>
    public async Task<string> FindAsync(
        string name, Func<CancellationToken, Task<(string Value, TimeSpan Life)>> ask, CancellationToken cancellation)
    {
        await oneAsker.WaitAsync(cancellation);
        try
        {
            if (kept.TryGetValue(name, out var found) && clock.GetUtcNow() < found.Until) return found.Value;
            var (value, life) = await ask(cancellation);
            kept[name] = (value, clock.GetUtcNow() + (life > 2 * Early ? life - Early : life / 2));
            return value;
        }
        finally
        {
            oneAsker.Release();
        }
    }

    /// <summary>Forgets a token that was not accepted.</summary>
    public async Task ForgetAsync(string name, CancellationToken cancellation)
    {
        await oneAsker.WaitAsync(cancellation);
        kept.Remove(name);
        oneAsker.Release();
    }

    /// <inheritdoc/>
    public void Dispose() => oneAsker.Dispose();
}
