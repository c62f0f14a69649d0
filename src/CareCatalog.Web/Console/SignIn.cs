using System.Security.Claims;
using CareCatalog.Dialogs;
using CareCatalog.Web.Screens;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace CareCatalog.Web.Console;

/// <summary><c>/console/sign-in</c> and <c>/console/sign-out</c>.</summary>
internal sealed class SignIn(StaffDoor door, IAuditLog audit, IAntiforgery antiforgery, ScreenWords words)
{
    private const int LongestField = 256;

    /// <summary>The form.</summary>
    public IResult Open(HttpContext context) => context.User.Identity is { IsAuthenticated: true, Name: { } name } ? ShowAccount(context, name) : Show(context, null);

    /// <summary>What was filled in.</summary>
    public async Task<IResult> TakeAsync(HttpContext context)
    {
        if (!await IsOursAsync(context)) return Show(context, "sign-in-expired", StatusCodes.Status400BadRequest);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (name, password) = (form["name"].ToString(), form["password"].ToString());
        if (name.Length > LongestField || password.Length > LongestField || !door.Admits(name, password))
        {
            // Names nobody has are not noted: people type their passwords there, and anyone could fill the store.
            if (door.Knows(name)) await audit.AppendAsync(name, "sign-in-refused", "", context.RequestAborted);
            return Show(context, "sign-in-wrong", StatusCodes.Status401Unauthorized);
        }
        await audit.AppendAsync(name, "sign-in", "", context.RequestAborted);
        var person = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], CookieAuthenticationDefaults.AuthenticationScheme));
        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, person);
        return Results.Redirect(Local(form["back"]));
    }

    /// <summary>Ends the session.</summary>
    public async Task<IResult> LeaveAsync(HttpContext context)
    {
        if (!await IsOursAsync(context)) return Results.BadRequest();
        await audit.AppendAsync(context.User.Identity?.Name ?? "console", "sign-out", "", context.RequestAborted);
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.Redirect("/console/sign-in");
    }

    private Task<bool> IsOursAsync(HttpContext context) =>
        context.Request.HasFormContentType ? antiforgery.IsRequestValidAsync(context) : Task.FromResult(false);

    // Back to a page of the console, and nowhere else.
    private static string Local(string? back) =>
        back is not null && (back == "/console" || back.StartsWith("/console/", StringComparison.Ordinal) || back.StartsWith("/console?", StringComparison.Ordinal))
        && !back.Contains('\\', StringComparison.Ordinal) && !back.Any(char.IsControl) ? back : "/console";

    private IResult Show(HttpContext context, string? note, int status = StatusCodes.Status200OK)
    {
        var language = LanguageOf(context);
        var tokens = antiforgery.GetAndStoreTokens(context);
        string Say(string key) => words.Say(language, key);
        var back = Local(Asked(context, "back", "ReturnUrl"));
        var told = note is null ? new Html("") : Html.Of($"""<p class="wrong" role="alert">{Say(note)}</p>""");
        return Page(context, status, Html.Of($"""
            {told}<form method="post" action="/console/sign-in"><input type="hidden" name="{tokens.FormFieldName}" value="{tokens.RequestToken}"><input type="hidden" name="back" value="{back}"><input type="hidden" name="lang" value="{language}">
            <label>{Say("sign-in-name")}<input name="name" autocomplete="username" maxlength="256" required autofocus></label>
            <label>{Say("sign-in-password")}<input name="password" type="password" autocomplete="current-password" maxlength="256" required></label>
            <button class="main">{Say("sign-in")}</button></form>
            """));
    }

    // As chosen on the page, else as the browser prefers.
    private static string LanguageOf(HttpContext context) => ScreenWords.LanguageOf(Asked(context, "lang", "lang"), context.Request);

    private static string? Asked(HttpContext context, string field, string parameter) =>
        context.Request.HasFormContentType ? context.Request.Form[field] : context.Request.Query[parameter];

    private IResult ShowAccount(HttpContext context, string name)
    {
        var language = LanguageOf(context);
        var tokens = antiforgery.GetAndStoreTokens(context);
        return Page(context, StatusCodes.Status200OK, Html.Of($"""
            <p>{words.Say(language, "sign-in-as", ("name", name))}</p><p><a href="/console">{words.Say(language, "back")}</a></p>
            <form method="post" action="/console/sign-out"><input type="hidden" name="{tokens.FormFieldName}" value="{tokens.RequestToken}">
            <button class="main">{words.Say(language, "sign-out")}</button></form>
            """));
    }

    private IResult Page(HttpContext context, int status, Html content)
    {
        var language = LanguageOf(context);
        var title = words.Say(language, "title");
        var other = ScreenWords.Other(language);
        var back = Uri.EscapeDataString(Local(Asked(context, "back", "ReturnUrl")));
        var page = Html.Of($"""
            <!doctype html>
            <html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title><link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/console.css"></head>
            <body class="door"><main><h1>{title}</h1>{content}
            <p class="other"><a href="/console/sign-in?lang={other}&amp;ReturnUrl={back}" hreflang="{other}" lang="{other}">{words.Say(language, "language-other")}</a></p></main></body></html>
            """);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Text(page.Text, "text/html; charset=utf-8", statusCode: status);
    }
}
