namespace CareCatalog.Search;

/// <summary>How a row's eligibility stands to the people in question.</summary>
public enum Fit
{
    /// <summary>The row says it is not for them: another county, a circumstance they deny.</summary>
    Excluded,

    /// <summary>Not at their age or stage, or restricted to a circumstance not mentioned: shown only when named outright.</summary>
    OnlyWhenNamed,

    /// <summary>Nothing known speaks against it.</summary>
    Open,

    /// <summary>The age, stage or circumstance the row is for is theirs.</summary>
    Fits,
}
