using System.ComponentModel.DataAnnotations;

namespace CareCatalog.Web;

/// <summary>Configuration section <c>Catalogue</c>.</summary>
internal sealed class CatalogueOptions
{
    /// <summary>The folder that keeps the published editions. While nothing was published there, the seeds beside the binaries answer.</summary>
    [Required]
    public string Editions { get; set; } = Path.Combine("data", "editions");

    /// <summary>How often the host looks for another edition, in milliseconds, 50 to 60,000.</summary>
    [Range(50, 60_000)]
    public int LookEveryMilliseconds { get; set; } = 1000;
}
