using System.Globalization;
using Microsoft.Extensions.Options;

namespace CareCatalog.Web.Screens;

/// <summary><c>/privacy</c>: the notice to families, in the order in which the law lists what it must say.</summary>
internal sealed class PrivacyPage(ScreenWords words, IOptions<PrivacyOptions> privacy, IOptions<ConversationOptions> conversations)
{
    private static readonly string[] Sections =
        ["who", "why", "what", "where", "after", "safe", "refuse", "child", "impact", "rights", "complain", "changes"];

    /// <summary>Sends the page.</summary>
    public IResult Send(HttpContext context, string? lang = null)
    {
        var language = ScreenWords.LanguageOf(lang, context.Request);
        context.Response.Headers.Vary = "Accept-Language";
        return Results.Text(Write(language).Text, "text/html; charset=utf-8");
    }

    private Html Write(string language)
    {
        var other = ScreenWords.Other(language);
        return Html.Of($"""
            <!doctype html>
            <html lang="{language}">
            <head>
            <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{words.Say(language, "title")}</title>
            <link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/chat.css">
            </head>
            <body class="plain">
            <header><h1>{words.Say(language, "title")}</h1><a class="quiet" hreflang="{other}" lang="{other}" href="/privacy?lang={other}">{words.Say(other, "title")}</a></header>
            <main><p>{words.Say(language, "lead")}</p>{Html.Join(Sections.Select(section => Section(language, section)))}
            <p><a href="/chat?lang={language}">{words.Say(language, "back")}</a></p></main>
            </body>
            </html>
            """);
    }

    private Html Section(string language, string section) => Html.Of(
        $"<section id=\"{section}\"><h2>{words.Say(language, section)}</h2><p>{TextOf(language, section)}</p></section>");

    private string TextOf(string language, string section)
    {
        var (name, contact) = (privacy.Value.Operator, privacy.Value.Contact);
        if (section == "who" && (string.IsNullOrWhiteSpace(name) || string.IsNullOrWhiteSpace(contact))) return words.Say(language, "who-unset");
        return words.Say(
            language, $"{section}-text", ("operator", name ?? ""), ("contact", contact ?? ""),
            ("minutes", conversations.Value.SilenceMinutes.ToString(CultureInfo.InvariantCulture)),
            ("days", conversations.Value.TranscriptDays.ToString(CultureInfo.InvariantCulture)));
    }
}
