using System.Net;
using System.Net.Sockets;

namespace CareCatalog.Channels.BotFramework;

/// <summary>
/// Connects to addresses of the open network only. They are judged when the connection is made, and that very address is
/// then connected to, so that a name which changes its address in between gains nothing. No proxy, no redirects, no cookies.
/// </summary>
/// <param name="names">Finds addresses.</param>
/// <param name="isLoopbackAllowed">Whether a host that is this machine by its own name may be connected to, as in Development.</param>
internal sealed class PublicConnection(NameResolution names, bool isLoopbackAllowed)
{
    /// <summary>A handler that connects so.</summary>
    public SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = (context, cancellation) => ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancellation),
    };

    private async ValueTask<Stream> ConnectAsync(string host, int port, CancellationToken cancellation)
    {
        Exception? failure = null;
        foreach (var address in await AddressesOf(host, cancellation))
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(address, port, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (Exception fault)
            {
                socket.Dispose();
                if (fault is not SocketException) throw;
                failure = fault;
            }
        }
        throw new HttpRequestException("The host has no address that may be connected to.", failure);
    }

    private async Task<IEnumerable<IPAddress>> AddressesOf(string host, CancellationToken cancellation)
    {
        var isWritten = IPAddress.TryParse(host, out var written);
        if (isLoopbackAllowed && (isWritten ? IPAddress.IsLoopback(written!) : host.Equals("localhost", StringComparison.OrdinalIgnoreCase)))
            return isWritten ? [written!] : [IPAddress.Loopback, IPAddress.IPv6Loopback];
        return (isWritten ? [written!] : await names(host, cancellation)).Where(PublicAddress.Is);
    }
}
