namespace CareCatalog.Channels.Callbacks;

/// <summary>What is to be done with a message.</summary>
internal enum MessageKind
{
    /// <summary>Something was said, typed or chosen: it is answered.</summary>
    Said,

    /// <summary>Someone came: greeted.</summary>
    Came,

    /// <summary>Someone left: what is known is deleted.</summary>
    Left,

    /// <summary>Something else happened: passed over.</summary>
    Other,
}
