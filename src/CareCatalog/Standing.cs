namespace CareCatalog;

/// <summary>How a place's list stands to one service of the national index.</summary>
public enum Standing
{
    /// <summary>No row carries the service.</summary>
    Lacks,

    /// <summary>Carried, but for fewer people or with less than the nation's; what is added besides is said in the note.</summary>
    Narrower,

    /// <summary>Carried as in the national index.</summary>
    Has,

    /// <summary>Carried, and more is given or more people are included.</summary>
    More,
}
