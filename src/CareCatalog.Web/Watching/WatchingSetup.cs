using Microsoft.Extensions.Options;

namespace CareCatalog.Web.Watching;

/// <summary>Adds what operators watch the host by, and what keeps it from taking on too much.</summary>
internal static class WatchingSetup
{
    public static void AddWatching(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WatchingOptions>().Bind(configuration.GetSection("Watching")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<HostOptions>().Configure<IOptions<WatchingOptions>>(
            (host, watching) => host.ShutdownTimeout = TimeSpan.FromSeconds(30 + watching.Value.DrainSeconds));
        services.AddSingleton<MetricsPage>().AddSingleton<Drain>();
        services.AddHostedService(provider => provider.GetRequiredService<Drain>());
        services.AddHostedService<OtlpExport>();
    }

    public static void UseAdmission(this IApplicationBuilder app)
    {
        var admission = new Admission(app.ApplicationServices.GetRequiredService<IOptions<WatchingOptions>>().Value.RequestsAtOnce);
        app.Use(admission.ServeAsync);
    }

    public static void MapMetrics(this IEndpointRouteBuilder routes)
    {
        // Asked for here, so that it counts from the first request on.
        var page = routes.ServiceProvider.GetRequiredService<MetricsPage>();
        routes.MapGet("/metrics", () => Results.Text(page.Write(), "text/plain; version=0.0.4; charset=utf-8")).ExcludeFromDescription();
    }
}
