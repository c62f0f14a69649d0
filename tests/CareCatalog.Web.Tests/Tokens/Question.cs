using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace CareCatalog.Web.Tests.Tokens;

/// <summary>A question as a channel hands it in.</summary>
public static class Question
{
    public const string ServiceUrl = "https://smba.trafficmanager.net/cn/";

    public static JsonObject Activity(string serviceUrl = ServiceUrl) => new()
    {
        ["type"] = "message",
        ["id"] = Guid.NewGuid().ToString(),
        ["channelId"] = "msteams",
        ["serviceUrl"] = serviceUrl,
        ["from"] = new JsonObject { ["id"] = Guid.NewGuid().ToString() },
        ["recipient"] = new JsonObject { ["id"] = "28:bot" },
        ["conversation"] = new JsonObject { ["id"] = $"19:{Guid.NewGuid()}@thread" },
        ["text"] = "青岛",
        ["deliveryMode"] = "expectReplies",
    };

    public static async Task<HttpResponseMessage> PostAsync(HttpClient client, JsonObject activity, string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await client.SendAsync(request);
    }
}
