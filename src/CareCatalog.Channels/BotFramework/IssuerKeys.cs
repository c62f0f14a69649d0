using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace CareCatalog.Channels.BotFramework;

/// <summary>
/// An issuer's signing keys, read through its OpenID metadata when first needed and kept for a day. A key that is not known
/// makes them be read again, but not often: made-up key ids must not become load on the issuer.
/// </summary>
/// <param name="metadata">The address of the metadata.</param>
/// <param name="documents">Reads it.</param>
/// <param name="clock">When.</param>
internal sealed class IssuerKeys(string metadata, IDocumentRetriever documents, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(24);
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim oneReader = new(1, 1);
    private volatile Reading last = new(null, DateTimeOffset.MinValue, DateTimeOffset.MinValue);

    /// <summary>The key of an id; null when the issuer has none of it.</summary>
    /// <exception cref="IOException">The keys have never been read, and cannot be.</exception>
    public async Task<JsonWebKey?> FindAsync(string id, CancellationToken cancellation)
    {
        if (!IsDue(last, id)) return KeyOf(last, id);
        await oneReader.WaitAsync(cancellation);
        try
        {
            // Another may have read them meanwhile.
            if (IsDue(last, id)) last = await ReadAsync(cancellation);
            return KeyOf(last, id);
        }
        finally
        {
            oneReader.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => oneReader.Dispose();

    private static JsonWebKey? KeyOf(Reading reading, string id) =>
        reading.Keys is { } keys
            ? keys.FirstOrDefault(key => key.Kid == id)
            : throw new IOException("The issuer's keys cannot be read.");

    private bool IsDue(Reading reading, string id)
    {
        var now = clock.GetUtcNow();
        if (now < reading.NotBefore) return false;
        return reading.Keys is null || now >= reading.At + Fresh || reading.Keys.All(key => key.Kid != id);
    }

    // Old keys serve while the issuer is out of reach.
    private async Task<Reading> ReadAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        try
        {
            var found = await OpenIdConnectConfigurationRetriever.GetAsync(metadata, documents, cancellation);
            return new Reading([.. found.JsonWebKeySet?.Keys ?? []], now, now + Again);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested && failure is IOException or InvalidOperationException or ArgumentException or OperationCanceledException)
        {
            return last with { NotBefore = now + AfterFailure };
        }
    }

    private sealed record Reading(IReadOnlyList<JsonWebKey>? Keys, DateTimeOffset At, DateTimeOffset NotBefore);
}
