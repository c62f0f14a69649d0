using CareCatalog.Dialogs;

namespace CareCatalog.Web.Screens;

/// <summary>Writes the page of <c>/chat</c>: the same cards as the chat page, and a form.</summary>
internal sealed class PlainChatPage(ScreenWords words, PlainChatView view, string ticket)
{
    private readonly PlainCard card = new(words, view.Language);

    /// <summary>The whole page.</summary>
    public Html Write(Reply greeting)
    {
        var entries = view.Entries.Select((entry, at) => Turn(entry, at == view.Entries.Count - 1));
        var note = view.Note is null ? new Html("") : Html.Of($"""<p class="note" role="status">{Say(view.Note)}</p>""");
        return Html.Of($"""
            <!doctype html>
            <html lang="{view.Language}" data-size="{view.Size}">
            <head>
            <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Say("title")}</title>
            <link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/chat.css">
            </head>
            <body class="plain">
            <header><h1>{Say("title")}</h1>{Head()}</header>
            <main><ol id="talk"><li class="bot">{card.Write(greeting)}{(view.Entries.Count == 0 ? Buttons(greeting) : new Html(""))}</li>{Html.Join(entries)}</ol></main>
            <footer>{note}
            <form id="ask" method="post" action="/chat#last" autocomplete="off">{Hidden()}
            <label for="text" class="unseen">{Say("field")}</label>
            <input id="text" name="text" type="text" maxlength="4000" value="{view.Text}" placeholder="{Say("field-example")}">
            <button type="submit">{Say("send")}</button></form>
            <p class="notice">{Say("notice")} <a href="/privacy?lang={view.Language}">{Say("privacy")}</a></p></footer>
            </body>
            </html>
            """);
    }

    private string Say(string key) => words.Say(view.Language, key);

    private Html Hidden(string? language = null, int? size = null) => Html.Of($"""
        <input type="hidden" name="ticket" value="{ticket}"><input type="hidden" name="name" value="{PlainTicket.NewConversation()}"><input type="hidden" name="lang" value="{language ?? view.Language}"><input type="hidden" name="size" value="{size ?? view.Size}">
        """);

    private Html Head() => Html.Join(
    [
        Setting(Say("size"), Hidden(size: (view.Size + 1) % 3), "set"),
        Setting(Say("language-other"), Hidden(language: ScreenWords.Other(view.Language)), "set"),
        Setting(Say("restart"), Hidden(), "restart"),
    ]);

    private static Html Setting(string title, Html hidden, string act) => Html.Of(
        $"""<form method="post" action="/chat">{hidden}<button class="quiet" name="act" value="{act}">{title}</button></form>""");

    private Html Turn(PlainEntry entry, bool last)
    {
        if (entry.Reply is not { } reply)
            return Html.Of($"""<li class="user"><span class="unseen">{Say("you-said")}</span><p class="said">{entry.Said}</p></li>""");
        return last
            ? Html.Of($"""<li class="bot" id="last">{card.Write(reply)}{Buttons(reply)}</li>""")
            : Html.Of($"""<li class="bot">{card.Write(reply)}</li>""");
    }

    private Html Buttons(Reply reply) => reply.Buttons.Count == 0 ? new Html("") : Html.Of(
        $"""<form class="choices" method="post" action="/chat#last">{Hidden()}{Html.Join(reply.Buttons.Select(button => Html.Of($"""<button name="say" value="{button}">{button}</button>""")))}</form>""");
}
