namespace CareCatalog.Dialogs.Recognition;

/// <summary>A place named in a message.</summary>
/// <param name="Start">Where the name begins.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Candidates">The places it can mean; several when ambiguous.</param>
/// <param name="Role">What it is to the person.</param>
internal sealed record PlaceMention(int Start, int End, IReadOnlyList<Place> Candidates, PlaceRole Role);

/// <summary>What a place is to the person.</summary>
internal enum PlaceRole
{
    /// <summary>Named without more: taken for the residence.</summary>
    Named,

    /// <summary>Where they live now.</summary>
    Residence,

    /// <summary>Where they are registered.</summary>
    Home,

    /// <summary>Where they came from, or what they have from there: a home place beside a residence.</summary>
    Origin,

    /// <summary>Where others of the family are or went: the residence only when no other place is named.</summary>
    Elsewhere,

    /// <summary>Said not to be it.</summary>
    Denied,
}
