using CareCatalog.Dialogs;
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

    /// <summary>Has the limits shared with the other nodes of a store.</summary>
    public static void AddSharedLimits(this IServiceCollection services, Func<IServiceProvider, ITokenBuckets> store)
    {
        services.AddSingleton(provider => new SharedBuckets(store(provider), provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService(provider => provider.GetRequiredService<SharedBuckets>());
    }
}
