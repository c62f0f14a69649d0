using System.ComponentModel.DataAnnotations;

namespace CareCatalog.Storage.Sqlite;

/// <summary>Configuration section <c>Storage:Sqlite</c>.</summary>
public sealed class SqliteOptions
{
    /// <summary>The database file; a relative path counts from the working directory. Created, with its folder, on first run.</summary>
    [Required]
    public string Path { get; set; } = "data/carecatalog.db";
}
