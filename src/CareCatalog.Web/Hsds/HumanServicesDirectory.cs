using CareCatalog.Publishing;
using CareCatalog.OpenData;

namespace CareCatalog.Web.Hsds;

/// <summary>One edition as open data, with the dates of its rows.</summary>
/// <param name="Services">The edition.</param>
/// <param name="Dates">When each row last changed.</param>
internal sealed record HumanServicesDirectory(HumanServices Services, RowDates Dates);
