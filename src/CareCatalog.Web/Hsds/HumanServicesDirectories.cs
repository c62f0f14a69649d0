using System.Runtime.CompilerServices;
using CareCatalog.Publishing;
using CareCatalog.OpenData;

namespace CareCatalog.Web.Hsds;

/// <summary>The directory of each edition, made when it is first asked for.</summary>
internal sealed class HumanServicesDirectories(EditionArchive archive)
{
    private readonly ConditionalWeakTable<CatalogEdition, HumanServicesDirectory> made = [];

    public HumanServicesDirectory Of(CatalogEdition edition) =>
        made.GetValue(edition, current => new HumanServicesDirectory(new HumanServices(current), RowDates.Of(archive, current)));
}
