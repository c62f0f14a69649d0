using System.Net.Http.Headers;
using System.Text.Json;

namespace CareCatalog.Channels.BotFramework;

/// <summary>Posts replies to the channel they belong to. Follows no redirects.</summary>
public sealed class Connector : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = 64 * 1024,
    };

    /// <summary>Posts a reply; returns whether the channel took it. The address must have passed <see cref="ServiceAddress"/>.</summary>
    public async Task<bool> SendAsync(Activity reply, CancellationToken cancellation)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(reply, ActivityJson.Rules.Activity));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        try
        {
            using var response = await client.PostAsync(AddressOf(reply), content, cancellation);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    // Ids may hold any character (Teams has ':', ';', '@' and '/'), so each is one escaped segment.
    private static Uri AddressOf(Activity reply)
    {
        var activities = $"{reply.ServiceUrl!.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(reply.Conversation!.Id!)}/activities";
        return new Uri(reply.ReplyToId is { } id ? $"{activities}/{Uri.EscapeDataString(id)}" : activities);
    }
}
