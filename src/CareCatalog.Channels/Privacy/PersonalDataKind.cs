namespace CareCatalog.Channels.Privacy;

/// <summary>What kind of personal data was masked.</summary>
public enum PersonalDataKind
{
    /// <summary>A resident's identity number, or one of another document.</summary>
    ResidentId,

    /// <summary>A mobile or landline number.</summary>
    Telephone,

    /// <summary>A bank card, or another number as long.</summary>
    Card,

    /// <summary>A name in a network: mail, WeChat, QQ.</summary>
    Account,

    /// <summary>An address below the district.</summary>
    Address,

    /// <summary>A person's name.</summary>
    Name,
}
