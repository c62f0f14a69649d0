using Microsoft.AspNetCore.DataProtection;

namespace CareCatalog.Web.Screens;

/// <summary>Adds and maps the families' screens that the host writes itself: <c>/chat</c>, <c>/privacy</c> and <c>/embed.js</c>.</summary>
internal static class ScreensSetup
{
    public static void AddScreens(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WidgetOptions>().Bind(configuration.GetSection("Widget"))
            .Validate(options => options.AreOrigins, "Widget:Sites holds what is not an origin, as in https://www.example.gov.cn.").ValidateOnStart();
        services.AddOptions<KeyOptions>().Bind(configuration.GetSection("Keys")).ValidateDataAnnotations().ValidateOnStart();
        var keys = configuration.GetSection("Keys").Get<KeyOptions>() ?? new KeyOptions();
        services.AddDataProtection().SetApplicationName("CareCatalog").PersistKeysToFileSystem(new DirectoryInfo(Path.GetFullPath(keys.Folder)));
        services.AddSingleton(_ => ScreenWords.Read(Path.Combine(AppContext.BaseDirectory, "dialogs"), "screens.json"));
        services.AddOptions<PrivacyOptions>().Bind(configuration.GetSection("Privacy"));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<PrivacyPage>(
            provider, ScreenWords.Read(Path.Combine(AppContext.BaseDirectory, "dialogs"), "privacy.json")));
        services.AddSingleton<PlainTicket>().AddSingleton<PlainChat>().AddSingleton<WidgetLoader>();
    }

    public static void MapScreens(this IEndpointRouteBuilder routes)
    {
        var chat = routes.ServiceProvider.GetRequiredService<PlainChat>();
        routes.MapGet("/chat", chat.Open).ExcludeFromDescription();
        routes.MapPost("/chat", (Delegate)chat.TakeAsync).ExcludeFromDescription();
        routes.MapGet("/privacy", routes.ServiceProvider.GetRequiredService<PrivacyPage>().Send).ExcludeFromDescription();
        routes.MapGet("/embed.js", routes.ServiceProvider.GetRequiredService<WidgetLoader>().Send).ExcludeFromDescription();
    }
}
