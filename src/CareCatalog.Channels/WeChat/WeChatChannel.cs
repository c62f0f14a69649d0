using CareCatalog.Channels.Callbacks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CareCatalog.Channels.WeChat;

/// <summary>WeChat official accounts (公众号) as a host adds them.</summary>
public static class WeChatChannel
{
    private const string Line = "wechat";

    /// <summary>Adds what the channel needs; <see cref="Reception"/> and its parts are added by the host.</summary>
    public static IServiceCollection AddWeChat(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WeChatOptions>().Bind(configuration.GetSection("WeChat")).ValidateDataAnnotations()
            .Validate(options => options.IsWhole, "WeChat: AppId, Token and EncodingAesKey (43 characters) are set together or not at all.")
            .ValidateOnStart();
        services.AddCallbacks(Line, ServiceOf);
        return services.AddSingleton(provider => provider.GetRequiredService<IOptions<WeChatOptions>>().Value.State(Line));
    }

    /// <summary>Maps <c>/channels/wechat</c>.</summary>
    public static void MapWeChat(this IEndpointRouteBuilder routes)
    {
        var options = routes.ServiceProvider.GetRequiredService<IOptions<WeChatOptions>>().Value;
        routes.MapCallbacks("/channels/wechat", options.IsOn ? LineOf(options, routes.ServiceProvider.GetRequiredKeyedService<CustomerService>(Line)) : null);
    }

    private static CustomerService ServiceOf(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<WeChatOptions>>().Value;
        var (api, maySend) = (options.ApiUrl.TrimEnd('/'), options.IsOn && !string.IsNullOrWhiteSpace(options.AppSecret));
        return new CustomerService(
            maySend ? $"{api}/cgi-bin/token?grant_type=client_credential&appid={Uri.EscapeDataString(options.AppId!)}&secret={Uri.EscapeDataString(options.AppSecret!)}" : null,
            $"{api}/cgi-bin/message/custom/send", agent: null, provider.GetRequiredService<TimeProvider>());
    }

    private static MessageLine LineOf(WeChatOptions options, CustomerService service) => new(
        Line, new MessageSeal(options.Token!, options.EncodingAesKey!, options.AppId!), EchoIsSealed: false,
        TimeSpan.FromSeconds(options.AnswerSeconds), service.CanSend ? service : null);
}
