namespace CareCatalog.Web.Console;

/// <summary>Counts what is found by place, field, circumstance and department, each under what is chosen in the others.</summary>
internal sealed class ConsoleFacets(ConsoleFilter filter)
{
    private const int MostDepartments = 12;
    private const int MostPlaces = 40;

    private readonly FacetCount places = new();
    private readonly FacetCount domains = new();
    private readonly FacetCount circumstances = new();
    private readonly FacetCount departments = new();

    /// <summary>Counts a row found.</summary>
    public void Add(ConsoleRow row)
    {
        if (filter.PassesBut("place", row)) places.Add(row.Item.Id.Jurisdiction.Value);
        if (filter.PassesBut("domain", row)) domains.Add(row.Domain);
        if (filter.PassesBut("circumstance", row)) foreach (var id in row.Item.Eligibility.Circumstances) circumstances.Add(id);
        if (filter.PassesBut("department", row)) foreach (var name in row.Item.Departments) departments.Add(name);
    }

    /// <summary>By place.</summary>
    public IReadOnlyList<FacetView> Places(ConsoleNames names) => places.Show(code => names.Of(JurisdictionCode.Parse(code)), MostPlaces);

    /// <summary>By field of service.</summary>
    public IReadOnlyList<FacetView> Domains(ConsoleNames names) => domains.Show(names.OfDomain, int.MaxValue);

    /// <summary>By circumstance.</summary>
    public IReadOnlyList<FacetView> Circumstances(ConsoleNames names) => circumstances.Show(names.OfCircumstance, int.MaxValue);

    /// <summary>By department.</summary>
    public IReadOnlyList<FacetView> Departments(ConsoleNames names) => departments.Show(names.OfBody, MostDepartments);
}
