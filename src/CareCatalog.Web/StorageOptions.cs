using System.ComponentModel.DataAnnotations;

namespace CareCatalog.Web;

/// <summary>Configuration section <c>Storage</c>.</summary>
internal sealed class StorageOptions
{
    /// <summary>Which store: <c>sqlite</c>.</summary>
    [Required, AllowedValues("sqlite", ErrorMessage = "Storage:Provider is not sqlite.")]
    public string Provider { get; set; } = "sqlite";
}
