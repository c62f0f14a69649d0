using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CareCatalog.Channels.Limits;

/// <summary>The limits as a host adds them.</summary>
public static class LimitSetup
{
    /// <summary>Adds <see cref="TurnLimits"/>.</summary>
    public static IServiceCollection AddTurnLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LimitOptions>().Bind(configuration.GetSection("Limits")).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<TurnLimits>();
    }
}
