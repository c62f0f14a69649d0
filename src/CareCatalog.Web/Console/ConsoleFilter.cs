namespace CareCatalog.Web.Console;

/// <summary>The facets chosen.</summary>
internal sealed class ConsoleFilter(IFormCollection asked, CatalogEdition edition)
{
    private static readonly string[] FacetNames = ["place", "domain", "circumstance", "department"];

    private readonly string place = asked["place"].ToString();
    private readonly string domain = asked["domain"].ToString();
    private readonly string circumstance = asked["circumstance"].ToString();
    private readonly string department = asked["department"].ToString();

    private readonly bool isOpen = FacetNames.All(name => asked[name].ToString().Length == 0);

    // A place without a list is answered by the nation's.
    private readonly bool isCovered = !JurisdictionCode.TryParse(asked["place"], out var code) || edition.ListOf(code) is not null;

    /// <summary>Whether a row has all that is chosen.</summary>
    public bool Passes(ConsoleRow row) => PassesBut("", row);

    /// <summary>Whether a row has all that is chosen in the other facets.</summary>
    public bool PassesBut(string facet, ConsoleRow row) => isOpen || (
        (facet == "place" || place.Length == 0 || (isCovered ? row.Item.Id.Jurisdiction.Value == place : row.Item.Id.Jurisdiction.IsNation))
        && (facet == "domain" || domain.Length == 0 || row.Domain == domain)
        && (facet == "circumstance" || circumstance.Length == 0 || row.Item.Eligibility.Circumstances.Contains(circumstance))
        && (facet == "department" || department.Length == 0 || row.Item.Departments.Contains(department)));
}
