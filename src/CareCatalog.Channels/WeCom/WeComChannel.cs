using CareCatalog.Channels.Callbacks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CareCatalog.Channels.WeCom;

/// <summary>WeCom (企业微信) as a host adds it.</summary>
public static class WeComChannel
{
    /// <summary>Adds what the channel needs; <see cref="Reception"/> and its parts are added by the host.</summary>
    public static IServiceCollection AddWeCom(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WeComOptions>().Bind(configuration.GetSection("WeCom")).ValidateDataAnnotations()
            .Validate(options => options.IsWhole, "WeCom: CorpId, AgentId, Token and EncodingAesKey (43 characters) are set together or not at all.")
            .ValidateOnStart();
        services.AddCallbacks();
        return services.AddSingleton(provider => provider.GetRequiredService<IOptions<WeComOptions>>().Value.State("wecom"));
    }

    /// <summary>Maps <c>/channels/wecom</c>.</summary>
    public static void MapWeCom(this IEndpointRouteBuilder routes)
    {
        var (options, clock) = (routes.ServiceProvider.GetRequiredService<IOptions<WeComOptions>>().Value, routes.ServiceProvider.GetRequiredService<TimeProvider>());
        routes.MapCallbacks("/channels/wecom", options.IsOn ? LineOf(options, clock) : null);
    }

    private static MessageLine LineOf(WeComOptions options, TimeProvider clock)
    {
        var (api, id) = (options.ApiUrl.TrimEnd('/'), Uri.EscapeDataString(options.CorpId!));
        var service = string.IsNullOrWhiteSpace(options.Secret)
            ? null
            : new CustomerService(
                $"{api}/cgi-bin/gettoken?corpid={id}&corpsecret={Uri.EscapeDataString(options.Secret)}",
                $"{api}/cgi-bin/message/send", options.AgentId, clock);
        return new MessageLine(
            "wecom", new MessageSeal(options.Token!, options.EncodingAesKey!, options.CorpId!), EchoIsSealed: true,
            TimeSpan.FromSeconds(options.AnswerSeconds), service);
    }
}
