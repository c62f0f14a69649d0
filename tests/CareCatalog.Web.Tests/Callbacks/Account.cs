using System.Text;
using CareCatalog.Channels.Callbacks;

namespace CareCatalog.Web.Tests.Callbacks;

/// <summary>An account of a platform as the platform itself: seals what people write and opens what is answered.</summary>
public sealed class Account(string path, string id)
{
    public const string Key = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    public const string Token = "QDG6eK";

    private static long lastMessage = 10_000;

    public static readonly Account WeChat = new("/channels/wechat", "wx5823bf96d3bd56c7");
    public static readonly Account WeCom = new("/channels/wecom", "ww5823bf96d3bd56c7");

    public MessageSeal Seal { get; } = new(Token, Key, id);

    public string Path => path;

    public static Account Of(string name) => name == "wecom" ? WeCom : WeChat;

    /// <summary>Settings of both accounts, whose interfaces are at an address.</summary>
    public static IEnumerable<(string Name, string Value)> Settings(string api) =>
    [
        ("WeChat:AppId", "wx5823bf96d3bd56c7"), ("WeChat:Token", Token), ("WeChat:EncodingAesKey", Key), ("WeChat:AppSecret", "wechat secret"), ("WeChat:ApiUrl", api),
        ("WeCom:CorpId", "ww5823bf96d3bd56c7"), ("WeCom:AgentId", "1000002"), ("WeCom:Token", Token), ("WeCom:EncodingAesKey", Key), ("WeCom:Secret", "wecom secret"), ("WeCom:ApiUrl", api),
    ];

    public static string NextId() => $"{Interlocked.Increment(ref lastMessage)}";

    public static string Text(string user, string text, string? id = null) => Message(user, ("MsgType", "text"), ("Content", text), ("MsgId", id ?? NextId()));

    public static string Event(string user, string name, string key = "", string time = "1700000000") =>
        Message(user, ("MsgType", "event"), ("Event", name), ("EventKey", key), ("CreateTime", time));

    public static string Message(string user, params (string, string)[] fields) => MessageXml.Write([("ToUserName", "gh_us"), ("FromUserName", user), .. fields]);

    /// <summary>The call that hands in a message: its address and its body.</summary>
    public (string Url, string Body) Call(string message, long? time = null, MessageSeal? with = null)
    {
        var (inside, at, nonce) = ((with ?? Seal).Close(message), $"{time ?? TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}", NextId());
        var url = $"{path}?signature={Seal.Sign(at, nonce)}&timestamp={at}&nonce={nonce}&encrypt_type=aes&msg_signature={Seal.Sign(at, nonce, inside)}";
        return (url, MessageXml.Write(("ToUserName", "gh_us"), ("Encrypt", inside)));
    }

    public static Task<HttpResponseMessage> PostAsync(HttpClient client, (string Url, string Body) call) =>
        client.PostAsync(call.Url, new StringContent(call.Body, Encoding.UTF8, "text/xml"));

    /// <summary>What is answered; null for none.</summary>
    public async Task<string?> SayAsync(HttpClient client, string message)
    {
        using var response = await PostAsync(client, Call(message));
        return await OpenAsync(response);
    }

    public async Task<string?> OpenAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, body);
        if (body == "success") return null;
        var envelope = MessageXml.Read(body)!;
        Assert.True(Seal.IsSigned(envelope["MsgSignature"], envelope["TimeStamp"], envelope["Nonce"], envelope["Encrypt"]));
        var fields = MessageXml.Read(Seal.Open(envelope["Encrypt"])!)!;
        Assert.Equal(("gh_us", "text"), (fields["FromUserName"], fields["MsgType"]));
        return fields["Content"];
    }
}
