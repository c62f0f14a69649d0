namespace CareCatalog.Dialogs.Recognition;

/// <summary>A name under which a place can be mentioned.</summary>
/// <param name="Place">The place.</param>
/// <param name="IsShort">Whether it is the name without its kind (李沧 for 李沧区), which may also be a common word.</param>
internal sealed record PlaceName(Place Place, bool IsShort);
