using CareCatalog.Channels.Callbacks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CareCatalog.Channels.WeChat;

/// <summary>WeChat official accounts (公众号) as a host adds them.</summary>
public static class WeChatChannel
{
    /// <summary>Adds what the channel needs; <see cref="Reception"/> and its parts are added by the host.</summary>
    public static IServiceCollection AddWeChat(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WeChatOptions>().Bind(configuration.GetSection("WeChat")).ValidateDataAnnotations()
            .Validate(options => options.IsWhole, "WeChat: AppId, Token and EncodingAesKey (43 characters) are set together or not at all.")
            .ValidateOnStart();
        services.AddCallbacks();
        return services.AddSingleton(provider => provider.GetRequiredService<IOptions<WeChatOptions>>().Value.State("wechat"));
    }

    /// <summary>Maps <c>/channels/wechat</c>.</summary>
    public static void MapWeChat(this IEndpointRouteBuilder routes)
    {
        var (options, clock) = (routes.ServiceProvider.GetRequiredService<IOptions<WeChatOptions>>().Value, routes.ServiceProvider.GetRequiredService<TimeProvider>());
        routes.MapCallbacks("/channels/wechat", options.IsOn ? LineOf(options, clock) : null);
    }

    private static MessageLine LineOf(WeChatOptions options, TimeProvider clock)
    {
        var (api, id) = (options.ApiUrl.TrimEnd('/'), Uri.EscapeDataString(options.AppId!));
        var service = string.IsNullOrWhiteSpace(options.AppSecret)
            ? null
            : new CustomerService(
                $"{api}/cgi-bin/token?grant_type=client_credential&appid={id}&secret={Uri.EscapeDataString(options.AppSecret)}",
                $"{api}/cgi-bin/message/custom/send", agent: null, clock);
        return new MessageLine(
            "wechat", new MessageSeal(options.Token!, options.EncodingAesKey!, options.AppId!), EchoIsSealed: false,
            TimeSpan.FromSeconds(options.AnswerSeconds), service);
    }
}
