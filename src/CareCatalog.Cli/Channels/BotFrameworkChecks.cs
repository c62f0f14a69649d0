using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CareCatalog.Channels.BotFramework;
using Microsoft.Extensions.Options;

namespace CareCatalog.Cli.Channels;

/// <summary>The Bot Framework as its Emulator uses it, with the bot's own credentials.</summary>
internal static class BotFrameworkChecks
{
    public static IEnumerable<ChannelCheck> Of(HttpClient host, BotFrameworkOptions bot)
    {
        yield return new("botframework: forged token refused", cancellation => ForgeAsync(host, cancellation));
        yield return new("botframework: message", cancellation => AskAsync(host, bot, cancellation));
    }

    // A host in Development without an app id asks for no token, and says so.
    private static async Task<bool> IsOpenAsync(HttpClient host, CancellationToken cancellation)
    {
        var ready = await host.GetFromJsonAsync<JsonObject>("/readyz", cancellation);
        return ((string?)ready?["channels"]?["botframework"])?.StartsWith("open", StringComparison.Ordinal) == true;
    }

    private static async Task<string?> ForgeAsync(HttpClient host, CancellationToken cancellation)
    {
        if (await IsOpenAsync(host, cancellation)) return null;
        using var response = await PostAsync(host, "a.forged.token", cancellation);
        return ChannelCheck.Expect(response, 401, 403);
    }

    private static async Task<string?> AskAsync(HttpClient host, BotFrameworkOptions bot, CancellationToken cancellation)
    {
        string? bearer = null;
        if (!await IsOpenAsync(host, cancellation))
        {
            using var tokens = new BotToken(Options.Create(bot), TimeProvider.System);
            bearer = await tokens.FindAsync(bot.AppId, cancellation);
            if (bearer is null) return "BotFramework:AppId and BotFramework:AppPassword are not given";
        }
        using var response = await PostAsync(host, bearer, cancellation);
        if (ChannelCheck.Expect(response, 200) is { } reason) return reason;
        var replies = await response.Content.ReadFromJsonAsync<JsonObject>(cancellation);
        return replies?["activities"]?.AsArray().Any(reply => (string?)reply?["type"] == "message") == true ? null : "no reply to the message";
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient host, string? bearer, CancellationToken cancellation)
    {
        var id = Guid.NewGuid().ToString();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = JsonContent.Create(new JsonObject
            {
                ["type"] = "message", ["id"] = id, ["channelId"] = "emulator", ["text"] = ChannelCheck.Question, ["deliveryMode"] = "expectReplies",
                ["from"] = new JsonObject { ["id"] = "check" }, ["recipient"] = new JsonObject { ["id"] = "bot" }, ["conversation"] = new JsonObject { ["id"] = id },
            }),
        };
        if (bearer is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        return await host.SendAsync(request, cancellation);
    }
}
