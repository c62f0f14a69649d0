namespace CareCatalog.Web.Console;

/// <summary>How a place can stand to a national service, so that it is told by more than a colour.</summary>
/// <param name="Standing">The standing.</param>
/// <param name="Sign">One character.</param>
/// <param name="Word">In the language of the screen.</param>
internal sealed record StandingView(Standing Standing, string Sign, string Word);
