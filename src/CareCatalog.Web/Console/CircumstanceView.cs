namespace CareCatalog.Web.Console;

/// <summary>A circumstance to choose.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name in the language of the screen.</param>
internal sealed record CircumstanceView(string Id, string Name);
