namespace CareCatalog;

/// <summary>服务领域: the six fields under which the lists group their rows. The Chinese labels stand in the lists.</summary>
public enum Domain
{
    /// <summary>幼有所育: care in early childhood.</summary>
    EarlyChildhood,

    /// <summary>学有所教: education.</summary>
    Education,

    /// <summary>病有所医: health.</summary>
    Health,

    /// <summary>住有所居: housing.</summary>
    Housing,

    /// <summary>弱有所扶: support for those in need.</summary>
    Support,

    /// <summary>发展保障: growing up and fitting in.</summary>
    Development,
}
