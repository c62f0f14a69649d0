using CareCatalog.Channels.Callbacks;

namespace CareCatalog.Channels.WeChat;

/// <summary>Configuration section <c>WeChat</c>: an official account (公众号).</summary>
public sealed class WeChatOptions : CallbackOptions
{
    /// <summary>The account's AppID.</summary>
    public string? AppId { get; set; }

    /// <summary>The account's AppSecret. Without one an answer that is late or long is not sent on.</summary>
    public string? AppSecret { get; set; }

    /// <summary>The platform's interfaces.</summary>
    public string ApiUrl { get; set; } = "https://api.weixin.qq.com";

    internal override IEnumerable<(string Name, string? Value)> Needed =>
        [(nameof(AppId), AppId), (nameof(Token), Token), (nameof(EncodingAesKey), EncodingAesKey)];
}
