using CareCatalog.Channels.Callbacks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CareCatalog.Channels.WeCom;

/// <summary>WeCom (企业微信) as a host adds it.</summary>
public static class WeComChannel
{
    private const string Line = "wecom";

    /// <summary>Adds what the channel needs; <see cref="Reception"/> and its parts are added by the host.</summary>
    public static IServiceCollection AddWeCom(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WeComOptions>().Bind(configuration.GetSection("WeCom")).ValidateDataAnnotations()
            .Validate(options => options.IsWhole, "WeCom: CorpId, AgentId, Token and EncodingAesKey (43 characters) are set together or not at all.")
            .ValidateOnStart();
        services.AddCallbacks(Line, ServiceOf);
        return services.AddSingleton(provider => provider.GetRequiredService<IOptions<WeComOptions>>().Value.State(Line));
    }

    /// <summary>Maps <c>/channels/wecom</c>.</summary>
    public static void MapWeCom(this IEndpointRouteBuilder routes)
    {
        var options = routes.ServiceProvider.GetRequiredService<IOptions<WeComOptions>>().Value;
        routes.MapCallbacks("/channels/wecom", options.IsOn ? LineOf(options, routes.ServiceProvider.GetRequiredKeyedService<CustomerService>(Line)) : null);
    }

    private static CustomerService ServiceOf(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<WeComOptions>>().Value;
        var (api, maySend) = (options.ApiUrl.TrimEnd('/'), options.IsOn && !string.IsNullOrWhiteSpace(options.Secret));
        return new CustomerService(
            maySend ? $"{api}/cgi-bin/gettoken?corpid={Uri.EscapeDataString(options.CorpId!)}&corpsecret={Uri.EscapeDataString(options.Secret!)}" : null,
            $"{api}/cgi-bin/message/send", options.AgentId, provider.GetRequiredService<TimeProvider>());
    }

    private static MessageLine LineOf(WeComOptions options, CustomerService service) => new(
        Line, new MessageSeal(options.Token!, options.EncodingAesKey!, options.CorpId!), EchoIsSealed: true,
        TimeSpan.FromSeconds(options.AnswerSeconds), service.CanSend ? service : null);
}
