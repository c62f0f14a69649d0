using CareCatalog.Dialogs.Deciding;
using CareCatalog.Search;

namespace CareCatalog.Dialogs.Answers;

/// <summary>答复: what is answered, before it is put into words. A closed set.</summary>
public abstract record Answer
{
    private protected Answer()
    {
    }
}

/// <summary>Rows or passages, each with its provenance; never empty.</summary>
public sealed record Found : Answer
{
    /// <summary>An answer of rows and passages.</summary>
    /// <exception cref="ArgumentException">There is neither a row nor a passage.</exception>
    public Found(IReadOnlyList<Match> rows, IReadOnlyList<Passage> passages)
    {
        if (rows.Count + passages.Count == 0) throw new ArgumentException("A found answer shows at least one row or passage.", nameof(rows));
        Rows = rows;
        Passages = passages;
    }

    /// <summary>The rows shown, in order.</summary>
    public IReadOnlyList<Match> Rows { get; }

    /// <summary>The passages shown, in order.</summary>
    public IReadOnlyList<Passage> Passages { get; }

    /// <summary>Rows found but not shown.</summary>
    public IReadOnlyList<ItemId> More { get; init; } = [];

    /// <summary>What about the rows was asked.</summary>
    public Aspect Aspect { get; init; }

    /// <summary>What has to be said beside them.</summary>
    public IReadOnlyList<Remark> Remarks { get; init; } = [];

    /// <summary>The one thing asked in return; null when nothing is.</summary>
    public Ask? Ask { get; init; }

    /// <summary>Whether the rows are one of each of several places, put side by side.</summary>
    public bool IsComparison { get; init; }

    /// <summary>Whether what was talked of does not suit the child, and the row of its own stage is shown instead.</summary>
    public bool IsOfStage { get; init; }

    /// <summary>Whether passages stand before rows.</summary>
    public bool PassagesFirst { get; init; }
}

/// <summary>A meaning, as a row or passage gives it.</summary>
/// <param name="Found">The rows or passages.</param>
public sealed record Defined(Found Found) : Answer;

/// <summary>One thing has to be known first.</summary>
/// <param name="Ask">Which.</param>
/// <param name="Meanwhile">What can be said already; null when nothing can.</param>
public sealed record NeedsDetail(Ask Ask, Found? Meanwhile) : Answer;

/// <summary>Lists beside the national index, service by service; what in particular is to be compared is asked.</summary>
/// <param name="Comparison">The lists and how they stand.</param>
public sealed record Compared(Comparison Comparison) : Answer;

/// <summary>A neighbour of the lists that they do not hold.</summary>
/// <param name="RowLimit">When a row number was too high: how many rows the list has; else null.</param>
public sealed record NotFound(int? RowLimit) : Answer;

/// <summary>Another world.</summary>
public sealed record OutOfScope : Answer;

/// <summary>Danger: a fixed banner, then what else was asked.</summary>
/// <param name="Kinds">Kinds of danger, the first named first.</param>
/// <param name="Also">What else was asked; null when nothing was.</param>
public sealed record Danger(IReadOnlyList<string> Kinds, Found? Also) : Answer;

/// <summary>What a public line is for.</summary>
/// <param name="Line">The line.</param>
public sealed record LineTold(Hotline Line) : Answer;

/// <summary>Talk about the talk.</summary>
/// <param name="Key">Which phrase says it.</param>
public sealed record SmallTalk(string Key) : Answer;

/// <summary>Everything forgotten, a new talk begins.</summary>
public sealed record Reset : Answer;

/// <summary>What is kept and what is not; or that it has been deleted.</summary>
/// <param name="Key">Which phrase says it.</param>
public sealed record PrivacyNotice(string Key) : Answer;

/// <summary>转人工: a person takes over.</summary>
public sealed record HandedOff : Answer;

/// <summary>The store or the catalogue is out of reach; public numbers are still shown.</summary>
public sealed record Unavailable : Answer;
