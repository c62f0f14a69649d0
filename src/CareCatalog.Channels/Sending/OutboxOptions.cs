using System.ComponentModel.DataAnnotations;

namespace CareCatalog.Channels.Sending;

/// <summary>Configuration section <c>Outbox</c>.</summary>
public sealed class OutboxOptions
{
    /// <summary>How many replies are on their way at once, 1 to 256.</summary>
    [Range(1, 256)]
    public int Workers { get; set; } = 16;

    /// <summary>How long after a first failure a reply is tried again, in milliseconds, 10 to 60,000; doubled at each further one, to a minute at most.</summary>
    [Range(10, 60_000)]
    public int FirstRetryMilliseconds { get; set; } = 1000;

    /// <summary>After how many minutes a reply is given up, 1 to 30: what comes much later than the question helps nobody.</summary>
    [Range(1, 30)]
    public int GiveUpMinutes { get; set; } = 20;
}
