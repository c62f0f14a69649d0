namespace CareCatalog.Dialogs.Deciding;

/// <summary>What about a row is asked.</summary>
public enum Aspect
{
    /// <summary>The row itself.</summary>
    Service,

    /// <summary>All it says.</summary>
    Detail,

    /// <summary>Where it is written.</summary>
    Source,

    /// <summary>Who is responsible.</summary>
    Department,

    /// <summary>A telephone number; the lists give none.</summary>
    Phone,

    /// <summary>Papers to bring; the lists do not say.</summary>
    Materials,

    /// <summary>How to apply; as far as the row says.</summary>
    How,

    /// <summary>When; the lists do not say.</summary>
    When,

    /// <summary>How much; the lists do not say.</summary>
    Amount,

    /// <summary>Who is eligible; as far as the row says.</summary>
    Eligible,

    /// <summary>The same in few words.</summary>
    Plain,

    /// <summary>Why it is so; the lists do not say.</summary>
    Reason,

    /// <summary>Which of two places it belongs to: the residence's, as the lists go by it.</summary>
    Side,
}
