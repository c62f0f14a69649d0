namespace CareCatalog.Import;

/// <summary>A row as imported, with what is proposed for its annotations.</summary>
public sealed record DraftRow
{
    /// <summary>The true number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The number printed; null when the list prints none.</summary>
    public string? PrintedNumber { get; init; }

    /// <summary>服务领域.</summary>
    public required DraftCell Domain { get; init; }

    /// <summary>服务对象.</summary>
    public required DraftCell Audience { get; init; }

    /// <summary>服务项目.</summary>
    public required DraftCell Service { get; init; }

    /// <summary>服务内容.</summary>
    public required DraftCell Content { get; init; }

    /// <summary>责任部门, names parted by 、.</summary>
    public required DraftCell Departments { get; init; }

    /// <summary>Ids of the needs proposed, the most fitting first.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>How sure the needs are, 0 to 1.</summary>
    public double NeedsSureness { get; init; }

    /// <summary>Whom the row seems to be for.</summary>
    public Eligibility Eligibility { get; init; } = Eligibility.Everyone;

    /// <summary>How sure ages, stages and circumstances are, 0 to 1.</summary>
    public double EligibilitySureness { get; init; }

    /// <summary>Every cell by the name errata use.</summary>
    public IEnumerable<(string Field, DraftCell Cell)> Cells() =>
        [("domain", Domain), ("audience", Audience), ("service", Service), ("content", Content), ("departments", Departments)];
}
