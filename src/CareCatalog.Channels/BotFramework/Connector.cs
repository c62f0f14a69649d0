using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Hosting;

namespace CareCatalog.Channels.BotFramework;

/// <summary>Posts replies to the channel they belong to, with the bot's token, to allowed hosts only.</summary>
public sealed class Connector : IDisposable
{
    private readonly ServiceAddress addresses;
    private readonly BotToken token;
    private readonly HttpClient client;

    internal Connector(ServiceAddress addresses, BotToken token, NameResolution names, IHostEnvironment environment)
    {
        this.addresses = addresses;
        this.token = token;
        client = new HttpClient(new PublicConnection(names, environment.IsDevelopment()).CreateHandler())
        {
            Timeout = TimeSpan.FromSeconds(10),
            MaxResponseContentBufferSize = 64 * 1024,
        };
    }

    /// <summary>Posts a reply, whenever it was made: its address is judged again.</summary>
    /// <param name="reply">The reply, addressed as it left the turn.</param>
    /// <param name="parent">The app id of the parent bot it goes to; null when it goes to a channel.</param>
    /// <param name="cancellation">Stops the sending.</param>
    public async Task<Delivery> SendAsync(Activity reply, string? parent, CancellationToken cancellation)
    {
        if (addresses.Judge(reply.ServiceUrl) is not null) return Delivery.Refused;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, AddressOf(reply)) { Content = ContentOf(reply) };
            if (await token.FindAsync(parent, cancellation) is { } bearer) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
            using var response = await client.SendAsync(request, cancellation);
            if (response.StatusCode == HttpStatusCode.Unauthorized) await token.ForgetAsync(parent, cancellation);
            return Judge(response);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return Delivery.Unreachable;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private static Delivery Judge(HttpResponseMessage response) => response.StatusCode switch
    {
        _ when response.IsSuccessStatusCode => Delivery.Taken,
        HttpStatusCode.Unauthorized or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => Delivery.Unreachable,
        _ => Delivery.Refused,
    };

    private static ByteArrayContent ContentOf(Activity reply)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(reply, ActivityJson.Rules.Activity));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return content;
    }

    // Ids may hold any character (Teams has ':', ';', '@' and '/'), so each is one escaped segment.
    private static Uri AddressOf(Activity reply)
    {
        var activities = $"{reply.ServiceUrl!.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(reply.Conversation!.Id!)}/activities";
        return new Uri(reply.ReplyToId is { } id ? $"{activities}/{Uri.EscapeDataString(id)}" : activities);
    }
}
