using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CareCatalog.Channels.Callbacks;
using CareCatalog.Channels.WeChat;
using CareCatalog.Channels.WeCom;

namespace CareCatalog.Cli.Channels;

/// <summary>WeChat and WeCom as the platforms call.</summary>
internal sealed class CallbackChecks(HttpClient host, string name, MessageSeal seal, bool echoIsSealed)
{
    public static IEnumerable<ChannelCheck> OfWeChat(HttpClient host, WeChatOptions options) => Of(host, "wechat", options, options.AppId, echoIsSealed: false);

    public static IEnumerable<ChannelCheck> OfWeCom(HttpClient host, WeComOptions options) => Of(host, "wecom", options, options.CorpId, echoIsSealed: true);

    private static IEnumerable<ChannelCheck> Of(HttpClient host, string name, CallbackOptions options, string? id, bool echoIsSealed)
    {
        if (!options.IsWhole) return [new($"{name}: credentials", _ => Task.FromResult<string?>("some are missing, or EncodingAesKey is not 43 characters"))];
        // Without credentials the channel is to be off, and shut.
        if (!options.IsOn) return [new($"{name}: off", cancellation => IsOffAsync(host, name, cancellation))];
        var platform = new CallbackChecks(host, name, new MessageSeal(options.Token!, options.EncodingAesKey!, id!), echoIsSealed);
        return
        [
            new($"{name}: verification", platform.VerifyAsync),
            new($"{name}: forged verification refused", platform.ForgeAsync),
            new($"{name}: message", platform.AskAsync),
            new($"{name}: unsealed message refused", platform.SendUnsealedAsync),
        ];
    }

    private static async Task<string?> IsOffAsync(HttpClient host, string name, CancellationToken cancellation)
    {
        using var response = await host.GetAsync($"/channels/{name}", cancellation);
        return (int)response.StatusCode == 403 ? "it is on, but its credentials are not given here" : ChannelCheck.Expect(response, 404);
    }

    private async Task<string?> VerifyAsync(CancellationToken cancellation)
    {
        var word = NewNumber();
        var echo = echoIsSealed ? seal.Close(word) : word;
        using var response = await host.GetAsync($"{Address(echoIsSealed ? [echo] : [])}&echostr={Uri.EscapeDataString(echo)}", cancellation);
        if (ChannelCheck.Expect(response, 200) is { } reason) return reason;
        return await response.Content.ReadAsStringAsync(cancellation) == word ? null : "the echo is not the one sent";
    }

    private async Task<string?> ForgeAsync(CancellationToken cancellation)
    {
        using var response = await host.GetAsync($"{Address(["forged"])}&echostr=1".Replace("nonce=", "nonce=0", StringComparison.Ordinal), cancellation);
        return ChannelCheck.Expect(response, 403);
    }

    private async Task<string?> AskAsync(CancellationToken cancellation)
    {
        var inside = seal.Close(MessageXml.Write(
            ("ToUserName", "check"), ("FromUserName", "check-" + NewNumber()), ("CreateTime", "1"), ("MsgType", "text"), ("Content", ChannelCheck.Question), ("MsgId", NewNumber())));
        using var response = await PostAsync(Address([inside]), MessageXml.Write(("ToUserName", "check"), ("Encrypt", inside)), cancellation);
        if (ChannelCheck.Expect(response, 200) is { } reason) return reason;
        var answer = await response.Content.ReadAsStringAsync(cancellation);
        if (answer == "success") return "received, but not answered in time";
        return MessageXml.Read(answer) is { } envelope && envelope.TryGetValue("Encrypt", out var closed) && seal.Open(closed) is { } xml
            && MessageXml.Read(xml) is { } fields && fields.GetValueOrDefault("Content", "").Length > 0
            ? null
            : "the answer cannot be opened";
    }

    private async Task<string?> SendUnsealedAsync(CancellationToken cancellation)
    {
        using var response = await PostAsync(Address([]), MessageXml.Write(("MsgType", "text"), ("Content", ChannelCheck.Question)), cancellation);
        return ChannelCheck.Expect(response, 400, 403);
    }

    private Task<HttpResponseMessage> PostAsync(string address, string xml, CancellationToken cancellation) =>
        host.PostAsync(address, new StringContent(xml, Encoding.UTF8, "text/xml"), cancellation);

    // Signed over the time, a number and these parts.
    private string Address(string[] parts)
    {
        var time = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = NewNumber();
        return $"/channels/{name}?timestamp={time}&nonce={nonce}&signature={seal.Sign(time, nonce)}&msg_signature={seal.Sign([time, nonce, .. parts])}";
    }

    private static string NewNumber() => RandomNumberGenerator.GetInt32(100_000_000, int.MaxValue).ToString(CultureInfo.InvariantCulture);
}
