using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace CareCatalog.Channels.Limits;

/// <summary>How many messages are taken: of a user, in a conversation, from an address. Only what is posted counts, never what is read.</summary>
public sealed class TurnLimits : IDisposable
{
    private readonly SharedBuckets? shared;
    private readonly Kind? users;
    private readonly Kind? conversations;
    private readonly Kind? addresses;

    /// <summary>Limits as configured.</summary>
    /// <param name="options">How many.</param>
    /// <param name="shared">What other nodes have let through; null when there are none.</param>
    public TurnLimits(IOptions<LimitOptions> options, SharedBuckets? shared = null)
    {
        this.shared = shared;
        users = Kind.Of("user", options.Value.PerUser);
        conversations = Kind.Of("conversation", options.Value.PerConversation);
        addresses = Kind.Of("address", options.Value.PerAddress);
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
        users?.Limiter.Dispose();
        conversations?.Limiter.Dispose();
        addresses?.Limiter.Dispose();
    }

    // The last address a proxy names is the one it saw; those before it are what the client says.
    private static string? AddressOf(HttpRequest request)
    {
        var seen = request.HttpContext.Connection.RemoteIpAddress;
        if (seen is not null && !IPAddress.IsLoopback(seen)) return $"{seen}";
        var named = request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        return IPAddress.TryParse(named, out var behind) && !IPAddress.IsLoopback(behind) ? $"{behind}" : null;
    }

    private Refusal? Take(Kind? kind, string name)
    {
        if (kind is null) return null;
        var closed = shared?.ClosedFor($"{kind.Name} {name}") ?? TimeSpan.Zero;
        if (closed > TimeSpan.Zero) return TooMany(closed);
        using var lease = kind.Limiter.AttemptAcquire(name);
        if (!lease.IsAcquired) return TooMany(lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.Zero);
        shared?.Count($"{kind.Name} {name}", kind.PerMinute);
        return null;
    }

    private static Refusal TooMany(TimeSpan wait) =>
        new(429, "TooManyMessages", "Too many messages; try again shortly.") { RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) };

    private sealed record Kind(string Name, int PerMinute, PartitionedRateLimiter<string> Limiter)
    {
        // A bucket that is full again and unused is forgotten by the limiter itself.
        public static Kind? Of(string kind, int perMinute) => perMinute == 0 ? null : new(kind, perMinute, PartitionedRateLimiter.Create<string, string>(
            name => RateLimitPartition.GetTokenBucketLimiter(name, _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = perMinute,
                TokensPerPeriod = 1,
                ReplenishmentPeriod = TimeSpan.FromMinutes(1) / perMinute,
                QueueLimit = 0,
            }),
            StringComparer.Ordinal));
    }
}
