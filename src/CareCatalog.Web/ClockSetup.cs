using Microsoft.Extensions.Options;

namespace CareCatalog.Web;

/// <summary>Adds the clock.</summary>
internal static class ClockSetup
{
    public static void AddClock(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ClockOptions>().Bind(configuration.GetSection("Clock"))
            .Validate(options => options.TryRead(out _), "Clock:Now is neither a date, as in 2026-11-22, nor a moment.")
            .ValidateOnStart();
        services.AddSingleton(provider =>
            provider.GetRequiredService<IOptions<ClockOptions>>().Value.TryRead(out var start) && start is { } moment
                ? new ShiftedClock(moment)
                : TimeProvider.System);
    }
}
