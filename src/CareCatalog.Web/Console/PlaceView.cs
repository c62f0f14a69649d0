namespace CareCatalog.Web.Console;

/// <summary>A place with a list.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name in the language of the screen.</param>
internal sealed record PlaceView(string Code, string Name);
