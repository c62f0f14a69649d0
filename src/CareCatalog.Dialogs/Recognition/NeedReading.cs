using CareCatalog.Search;

namespace CareCatalog.Dialogs.Recognition;

/// <summary>What a message asks for.</summary>
public sealed record NeedReading
{
    /// <summary>A message that asks for nothing known.</summary>
    public static readonly NeedReading None = new();

    /// <summary>The needs, the surest first, each once.</summary>
    public IReadOnlyList<WantedNeed> Needs { get; init; } = [];

    /// <summary>Needs the person says are not theirs.</summary>
    public IReadOnlyList<string> Denied { get; init; } = [];

    /// <summary>A topic that the lists do not hold, as <c>near/…</c> or <c>far/…</c>; null when none is named.</summary>
    public string? Outside { get; init; }

    /// <summary>Whether a need was named in the clause that asks, rather than in the story around it.</summary>
    public bool IsAsked { get; init; }

    /// <summary>Needs that no word names and that the message as a whole is likely about; the likelier are named.</summary>
    public IReadOnlyList<WantedNeed> Inferred { get; init; } = [];

    /// <summary>Whether the message as a whole is likely about nothing of the lists.</summary>
    public bool IsForeign { get; init; }

    /// <summary>Whether a need was named outright.</summary>
    public bool IsNamed
    {
        get
        {
            for (var i = 0; i < Needs.Count; i++)
                if (Needs[i].IsNamed) return true;
            return false;
        }
    }
}
