namespace CareCatalog.Dialogs;

/// <summary>What became of a commit.</summary>
public enum CommitOutcome
{
    /// <summary>Written.</summary>
    Committed,

    /// <summary>Another turn came between; load and take the turn again.</summary>
    Conflict,

    /// <summary>The inbound message was taken before; nothing was written.</summary>
    Duplicate,
}
