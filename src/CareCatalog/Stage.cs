namespace CareCatalog;

/// <summary>学段: where a child stands between birth and work.</summary>
public enum Stage
{
    /// <summary>Under 3 years, before kindergarten.</summary>
    Infancy,

    /// <summary>学前教育: kindergarten, from 3 years to entering school.</summary>
    Preschool,

    /// <summary>义务教育: primary and junior secondary, nine years from 6 by 31 August.</summary>
    Compulsory,

    /// <summary>普通高中.</summary>
    SeniorHigh,

    /// <summary>中等职业教育, 技工学校.</summary>
    Vocational,
}
