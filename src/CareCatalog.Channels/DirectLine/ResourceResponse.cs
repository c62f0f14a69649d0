namespace CareCatalog.Channels.DirectLine;

/// <summary>The id an activity was given. Source: Direct Line 3.0, ResourceResponse.</summary>
internal sealed record ResourceResponse(string Id);
