namespace CareCatalog.Dialogs;

/// <summary>What is kept, each kind for a time of its own and swept by itself.</summary>
public enum Retained
{
    /// <summary>What a conversation knows: place, age bands, circumstances. Counted from its last turn.</summary>
    State,

    /// <summary>The masked transcript, each entry counted from when it was written; with the last of them the conversation goes.</summary>
    Transcript,

    /// <summary>Cases of people who asked for a person, counted from when they were closed.</summary>
    Case,
}
