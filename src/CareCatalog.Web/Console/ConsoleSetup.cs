using CareCatalog.Channels;
using CareCatalog.Dialogs;
using CareCatalog.Search.Text;
using CareCatalog.Web.Screens;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace CareCatalog.Web.Console;

/// <summary>Adds and maps the staff's console: its shell, its endpoints, and the door before them.</summary>
internal static class ConsoleSetup
{
    private const string Root = "/console";

    public static void AddConsole(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ConsoleOptions>().Bind(configuration.GetSection("Console")).ValidateDataAnnotations()
            .Validate(options => options.Fault is null, "Console names an account without name or hash, or a proxy without address.").ValidateOnStart();
        services.AddHttpContextAccessor();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(Keep);
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme).Configure<IOptions<ConsoleOptions>>(
            (cookie, options) => cookie.ExpireTimeSpan = TimeSpan.FromMinutes(options.Value.SessionMinutes));
        services.AddAuthorizationBuilder().AddPolicy(ConsoleAccess.Policy, policy => policy.AddRequirements(new ConsoleAccess.Requirement()));
        services.AddSingleton<IAuthorizationHandler, ConsoleAccess>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "carecatalog.form";
            options.Cookie.Path = Root;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddSingleton(_ => CharacterTable.Read(Path.Combine(AppContext.BaseDirectory, "seeds", "characters.tsv")));
        services.AddSingleton<StaffDoor>().AddSingleton<ConsoleSearch>().AddSingleton<ConsoleComparison>().AddSingleton<RowPage>();
        services.AddSingleton(_ => new ConsoleLanguages(Path.Combine(AppContext.BaseDirectory, "dialogs")));
        services.AddSingleton(provider =>
        {
            var ledger = new UnansweredLedger(provider.GetRequiredService<TimeProvider>());
            ledger.Listen(provider.GetRequiredService<Reception>());
            return ledger;
        });
        services.AddSingleton(provider => new SignIn(
            provider.GetRequiredService<StaffDoor>(), provider.GetRequiredService<IAuditLog>(), provider.GetRequiredService<IAntiforgery>(),
            ScreenWords.Read(Path.Combine(AppContext.BaseDirectory, "dialogs"), "console.json")));
    }

    public static void MapConsole(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var door = services.GetRequiredService<SignIn>();
        var search = services.GetRequiredService<ConsoleSearch>();
        var comparison = services.GetRequiredService<ConsoleComparison>();
        var rows = services.GetRequiredService<RowPage>();
        var ledger = services.GetRequiredService<UnansweredLedger>();
        var shell = services.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider.GetFileInfo("console.html");

        var console = routes.MapGroup(Root).ExcludeFromDescription();
        console.MapGet("/sign-in", door.Open);
        console.MapPost("/sign-in", (Delegate)door.TakeAsync);
        var staff = console.MapGroup("").RequireAuthorization(ConsoleAccess.Policy);
        staff.MapPost("/sign-out", (Delegate)door.LeaveAsync);
        foreach (var page in new[] { "/", "/rows/{id}", "/compare", "/coverage", "/unanswered" })
            staff.MapGet(page, (HttpContext context) =>
            {
                context.Response.Headers.CacheControl = "no-store";
                return Results.Stream(shell.CreateReadStream(), "text/html; charset=utf-8");
            });
        // By POST: what staff type of a caller stands in no address, and so in no log.
        staff.MapPost("/api/search", async (HttpContext context) => context.Request.HasFormContentType
            ? Fresh(context, Results.Json(search.Find(await context.Request.ReadFormAsync(context.RequestAborted)), ConsoleJson.Rules.SearchView))
            : Problem.Of(new Refusal(415, "UnsupportedMediaType", "The body must be a form.")));
        staff.MapGet("/api/choices", (HttpContext context, string? language) => Fresh(context, Results.Json(search.Choices(language), ConsoleJson.Rules.ChoicesView)));
        staff.MapGet("/api/rows/{id}", (HttpContext context, string id, string? language) => rows.Find(id, language) is { } row
            ? Fresh(context, Results.Json(row, ConsoleJson.Rules.RowPageView))
            : Problem.Of(new Refusal(404, "ServiceNotFound", "No list has a row of this id.")));
        staff.MapGet("/api/compare", (HttpContext context, string? places, string? id, string? language) => comparison.Compare(places, id, language, out var refusal) is { } view
            ? Fresh(context, Results.Json(view, ConsoleJson.Rules.ComparisonView))
            : Problem.Of(refusal!));
        staff.MapGet("/api/unanswered", (HttpContext context) => Fresh(context, Results.Json(ledger.Today(), ConsoleJson.Rules.IReadOnlyListUnansweredView)));
    }

    private static IResult Fresh(HttpContext context, IResult result)
    {
        context.Response.Headers.CacheControl = "no-store";
        return result;
    }

    private static void Keep(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "carecatalog.staff";
        cookie.Cookie.Path = Root;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.SlidingExpiration = true;
        cookie.LoginPath = $"{Root}/sign-in";
        cookie.AccessDeniedPath = $"{Root}/sign-in";
        // A page goes to the door; what a script asks for is only told.
        cookie.Events.OnRedirectToLogin = context =>
        {
            if (context.Request.Path.StartsWithSegments($"{Root}/api", StringComparison.OrdinalIgnoreCase)) context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            else context.Response.Redirect(context.RedirectUri);
            return Task.CompletedTask;
        };
    }
}
