namespace CareCatalog.Web.Console;

/// <summary>What a caller and a comparison are chosen from.</summary>
/// <param name="Places">The places with lists, without the nation.</param>
/// <param name="Circumstances">The circumstances that rows are restricted to, by id.</param>
internal sealed record ChoicesView(IReadOnlyList<PlaceView> Places, IReadOnlyList<CircumstanceView> Circumstances);
