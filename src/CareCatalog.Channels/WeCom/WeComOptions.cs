using System.Globalization;
using CareCatalog.Channels.Callbacks;

namespace CareCatalog.Channels.WeCom;

/// <summary>Configuration section <c>WeCom</c>: an app of a company (企业微信).</summary>
public sealed class WeComOptions : CallbackOptions
{
    /// <summary>The company's CorpID.</summary>
    public string? CorpId { get; set; }

    /// <summary>The app's AgentId.</summary>
    public int? AgentId { get; set; }

    /// <summary>The app's Secret. Without one an answer that is late or long is not sent on.</summary>
    public string? Secret { get; set; }

    /// <summary>The platform's interfaces.</summary>
    public string ApiUrl { get; set; } = "https://qyapi.weixin.qq.com";

    internal override IEnumerable<(string Name, string? Value)> Needed =>
    [
        (nameof(CorpId), CorpId), (nameof(AgentId), AgentId?.ToString(CultureInfo.InvariantCulture)),
        (nameof(Token), Token), (nameof(EncodingAesKey), EncodingAesKey),
    ];
}
