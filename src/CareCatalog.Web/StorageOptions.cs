using System.ComponentModel.DataAnnotations;

namespace CareCatalog.Web;

/// <summary>Configuration section <c>Storage</c>.</summary>
internal sealed class StorageOptions : IValidatableObject
{
    /// <summary>For one node, without any set-up.</summary>
    public const string Sqlite = "sqlite";

    /// <summary>For any number of nodes.</summary>
    public const string Postgresql = "postgres";

    /// <summary>Which store: <c>sqlite</c> or <c>postgres</c>.</summary>
    [Required, AllowedValues(Sqlite, Postgresql, ErrorMessage = "Storage:Provider is neither sqlite nor postgres.")]
    public string Provider { get; set; } = Sqlite;

    /// <summary>How PostgreSQL is reached, as Npgsql reads it; several hosts may be named, and the primary among them is found.</summary>
    public string? Postgres { get; set; }

    /// <summary>The file of the keys that seal what is kept; a relative path counts from the working directory. Made with a new store, the same for every node, needed ever after.</summary>
    [Required]
    public string KeyRing { get; set; } = "data/keyring.json";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Provider == Postgresql && string.IsNullOrWhiteSpace(Postgres) ? [new ValidationResult("Storage:Postgres is missing: how PostgreSQL is reached.")] : [];
}
