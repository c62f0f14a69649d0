namespace CareCatalog.Channels.BotFramework;

/// <summary>An activity that was let in.</summary>
/// <param name="Caller">Who handed it in.</param>
/// <param name="Activity">The activity, masked.</param>
/// <param name="HasPersonalData">Whether there was personal data in its text.</param>
internal sealed record ActivityVisit(Caller Caller, Activity Activity, bool HasPersonalData);
