namespace CareCatalog.Channels;

/// <summary>Whether a channel is on, for whoever runs the host.</summary>
/// <param name="Name">The channel.</param>
/// <param name="Detail"><c>on</c>, or why it is not.</param>
public sealed record ChannelState(string Name, string Detail);
