using System.Net;
using CareCatalog.Channels.Sending;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CareCatalog.Channels.BotFramework;

/// <summary>The Bot Framework channel as a host adds it.</summary>
public static class BotFrameworkChannel
{
    /// <summary>Adds what the channel needs; <see cref="Reception"/> and its parts are added by the host.</summary>
    public static IServiceCollection AddBotFramework(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BotFrameworkOptions>().Bind(configuration.GetSection("BotFramework")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BotFrameworkOptions>, BotFrameworkOptionsCheck>();
        services.TryAddSingleton<NumberedChoice>();
        services.TryAddSingleton<NameResolution>(Dns.GetHostAddressesAsync);
        return services
            .AddSingleton<ServiceAddress>().AddSingleton<BotToken>().AddSingleton<ActivityGate>().AddSingleton<ActivityTurn>().AddSingleton<ICarrier, ConnectorCarrier>().AddSingleton<MessagesDesk>()
            .AddSingleton(provider => new ChannelState(
                "botframework", string.IsNullOrWhiteSpace(provider.GetRequiredService<IOptions<BotFrameworkOptions>>().Value.AppId) ? "open: no app id" : "on"))
            .AddSingleton(provider => new Connector(
                provider.GetRequiredService<ServiceAddress>(), provider.GetRequiredService<BotToken>(),
                provider.GetRequiredService<NameResolution>(), provider.GetRequiredService<IHostEnvironment>()));
    }

    /// <summary>Maps <c>POST /api/messages</c>.</summary>
    public static IEndpointConventionBuilder MapBotFramework(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/messages", routes.ServiceProvider.GetRequiredService<MessagesDesk>().ReceiveAsync);
}
