namespace CareCatalog.Dialogs.Lexicons;

/// <summary>How much a mention decides.</summary>
public enum MentionStrength
{
    /// <summary>A word too general to decide alone.</summary>
    Weak,

    /// <summary>Found by its sound only: never outranks characters.</summary>
    Sound,

    /// <summary>Decides.</summary>
    Strong,
}
