namespace CareCatalog.Dialogs.Recognition;

/// <summary>What a message says of places.</summary>
public sealed record PlaceReading
{
    /// <summary>A message that names no place.</summary>
    public static readonly PlaceReading None = new();

    /// <summary>Where they live; null when not said.</summary>
    public Place? Residence { get; init; }

    /// <summary>The places an ambiguous name can mean; empty when nothing is ambiguous.</summary>
    public IReadOnlyList<Place> Choices { get; init; } = [];

    /// <summary>Whether one of <see cref="Choices"/> has a list, so that asking is worth it.</summary>
    public bool IsChoiceCovered { get; init; }

    /// <summary>Where they are registered or came from; null when not said.</summary>
    public Place? Home { get; init; }

    /// <summary>Every place named that is not a home place, in order: what a comparison compares.</summary>
    public IReadOnlyList<Place> Named { get; init; } = [];

    /// <summary>Whether the places are only named, not lived in: "Qingdao and Changchun".</summary>
    public bool IsListing { get; init; }

    /// <summary>The stretches of the message that are place names.</summary>
    public IReadOnlyList<(int Start, int End)> Spans { get; init; } = [];
}
