using System.Net;

namespace CareCatalog.Channels.BotFramework;

/// <summary>Finds the addresses of a host's name.</summary>
/// <param name="host">The name.</param>
/// <param name="cancellation">Stops the search.</param>
/// <exception cref="System.Net.Sockets.SocketException">There is no such name.</exception>
public delegate Task<IPAddress[]> NameResolution(string host, CancellationToken cancellation);
