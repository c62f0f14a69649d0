using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace CareCatalog.Channels.Limits;

/// <summary>How many messages are taken: of a user, in a conversation, from an address. Only what is posted counts, never what is read.</summary>
public sealed class TurnLimits : IDisposable
{
    private readonly PartitionedRateLimiter<string>? users;
    private readonly PartitionedRateLimiter<string>? conversations;
    private readonly PartitionedRateLimiter<string>? addresses;

    /// <summary>Limits as configured.</summary>
    public TurnLimits(IOptions<LimitOptions> options)
    {
        users = Each(options.Value.PerUser);
        conversations = Each(options.Value.PerConversation);
        addresses = Each(options.Value.PerAddress);
    }

    /// <summary>Why a message from this address is not taken now; null when it is.</summary>
    public Refusal? Take(HttpRequest request) => AddressOf(request) is { } address ? Take(addresses, address) : null;

    /// <summary>Why a message of this user in this conversation is not taken now; null when it is.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="user">The user; null when the channel names none.</param>
    public Refusal? Take(string conversation, string? user) =>
        Take(conversations, conversation) ?? (user is null ? null : Take(users, user));

    /// <inheritdoc/>
    public void Dispose()
    {
        users?.Dispose();
        conversations?.Dispose();
        addresses?.Dispose();
    }

    // The last address a proxy names is the one it saw; those before it are what the client says.
    private static string? AddressOf(HttpRequest request)
    {
        var seen = request.HttpContext.Connection.RemoteIpAddress;
        if (seen is not null && !IPAddress.IsLoopback(seen)) return $"{seen}";
        var named = request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        return IPAddress.TryParse(named, out var behind) && !IPAddress.IsLoopback(behind) ? $"{behind}" : null;
    }

    private static Refusal? Take(PartitionedRateLimiter<string>? limiter, string name)
    {
        if (limiter is null) return null;
        using var lease = limiter.AttemptAcquire(name);
        if (lease.IsAcquired) return null;
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? (int)Math.Ceiling(after.TotalSeconds) : 1;
        return new Refusal(429, "TooManyMessages", "Too many messages; try again shortly.") { RetryAfter = Math.Max(1, wait) };
    }

    // A bucket that is full again and unused is forgotten by the limiter itself.
    private static PartitionedRateLimiter<string>? Each(int perMinute) => perMinute == 0 ? null : PartitionedRateLimiter.Create<string, string>(
        name => RateLimitPartition.GetTokenBucketLimiter(name, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / perMinute,
            QueueLimit = 0,
        }),
        StringComparer.Ordinal);
}
