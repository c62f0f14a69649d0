namespace CareCatalog.Channels.Sending;

/// <summary>What became of a reply handed to a carrier.</summary>
public enum Delivery
{
    /// <summary>The other side has it.</summary>
    Delivered,

    /// <summary>Not now; the same reply is to be handed over again.</summary>
    Later,

    /// <summary>It will never be taken.</summary>
    Never,
}
