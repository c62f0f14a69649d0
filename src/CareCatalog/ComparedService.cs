namespace CareCatalog;

/// <summary>One national service and how each place compared carries it.</summary>
/// <param name="National">The row of the national index.</param>
/// <param name="Coverages">One for each place, in the order of the comparison.</param>
public sealed record ComparedService(ServiceItem National, IReadOnlyList<Coverage> Coverages);
