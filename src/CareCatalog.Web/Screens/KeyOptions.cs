using System.ComponentModel.DataAnnotations;

namespace CareCatalog.Web.Screens;

/// <summary>Configuration section <c>Keys</c>: what signs forms and staff's sessions.</summary>
internal sealed class KeyOptions
{
    /// <summary>The folder the keys are kept in, the same for every node; a relative path counts from the working directory.</summary>
    [Required]
    public string Folder { get; set; } = "data/keys";
}
