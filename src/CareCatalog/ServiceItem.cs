namespace CareCatalog;

/// <summary>清单事项: one numbered row of a list.</summary>
public sealed record ServiceItem
{
    /// <summary>The row's id, by its true number.</summary>
    public required ItemId Id { get; init; }

    /// <summary>服务领域.</summary>
    public required Domain Domain { get; init; }

    /// <summary>服务对象 in the corrected reading.</summary>
    public required string Audience { get; init; }

    /// <summary>服务项目 in the corrected reading.</summary>
    public required string Service { get; init; }

    /// <summary>服务内容, verbatim, even where the source is garbled.</summary>
    public required string Content { get; init; }

    /// <summary>The content in the suggested reading; the same as <see cref="Content"/> where nothing is wrong.</summary>
    public required string ContentReading { get; init; }

    /// <summary>The departments responsible, in the list's own wording and order; never empty.</summary>
    public required IReadOnlyList<string> Departments { get; init; }

    /// <summary>What the ministries ask; only the national index has it.</summary>
    public IReadOnlyList<Guidance> Guidance { get; init; } = [];

    /// <summary>The errata that hit this row.</summary>
    public IReadOnlyList<Erratum> Errata { get; init; } = [];

    /// <summary>Whom the row is for.</summary>
    public required Eligibility Eligibility { get; init; }

    /// <summary>The ids of the needs it meets, the most fitting first (<c>seeds/taxonomy.csv</c>).</summary>
    public required IReadOnlyList<string> Needs { get; init; }

    /// <summary>Where it is written.</summary>
    public required Provenance Provenance { get; init; }
}
