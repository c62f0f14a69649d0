using CareCatalog.Web.Screens;
using Microsoft.Extensions.Options;

namespace CareCatalog.Web;

/// <summary>What browsers are told to forbid: everything that the pages do not need.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
        "base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors ";

    public static void UseSecurityHeaders(this IApplicationBuilder app)
    {
        var sites = app.ApplicationServices.GetRequiredService<IOptions<WidgetOptions>>().Value.Sites;
        var families = Policy + string.Join(' ', sites.Prepend("'self'"));
        const string Staff = Policy + "'none'";
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            var isConsole = context.Request.Path.StartsWithSegments("/console", StringComparison.OrdinalIgnoreCase);
            headers.ContentSecurityPolicy = isConsole ? Staff : families;
            if (isConsole) headers.XFrameOptions = "DENY";
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
            return next(context);
        });
    }
}
