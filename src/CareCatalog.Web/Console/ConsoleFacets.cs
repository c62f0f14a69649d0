namespace CareCatalog.Web.Console;

/// <summary>Counts what is found by place, field, circumstance and department, each under what is chosen in the others.</summary>
internal sealed class ConsoleFacets(ConsoleIndex index, ConsoleFilter filter)
{
    private const int MostDepartments = 12;
    private const int MostPlaces = 40;

    private readonly FacetCount places = new(index.Places);
    private readonly FacetCount domains = new(index.Domains);
    private readonly FacetCount circumstances = new(index.Circumstances);
    private readonly FacetCount departments = new(index.Departments);

    /// <summary>Counts a row found.</summary>
    public void Add(ConsoleRow row)
    {
        if (filter.PassesBut("place", row)) places.Add(row.PlaceNumber);
        if (filter.PassesBut("domain", row)) domains.Add(row.DomainNumber);
        if (filter.PassesBut("circumstance", row)) circumstances.Add(row.CircumstanceNumbers);
        if (filter.PassesBut("department", row)) departments.Add(row.DepartmentNumbers);
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
