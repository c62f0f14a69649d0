namespace CareCatalog.Channels;

/// <summary>What became of a reply that was sent to a channel.</summary>
public enum Delivery
{
    /// <summary>The channel has it.</summary>
    Taken,

    /// <summary>The channel will not have it, however often it is sent.</summary>
    Refused,

    /// <summary>The channel, or its token, cannot be had now; it may be sent again later.</summary>
    Unreachable,
}
