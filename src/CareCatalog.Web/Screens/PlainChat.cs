using System.Data.Common;
using System.Text.Json;
using CareCatalog.Channels;
using CareCatalog.Channels.BotFramework;
using CareCatalog.Channels.Limits;
using CareCatalog.Channels.Privacy;
using CareCatalog.Dialogs;

namespace CareCatalog.Web.Screens;

/// <summary><c>/chat</c>: the talk by forms, for browsers without scripts. Same reception, same answers, no cookie.</summary>
internal sealed class PlainChat(TurnLimits limits, Redactor redactor, Reception reception, IConversationStore store, Assistant assistant, PlainTicket tickets, ScreenWords words)
{
    private const int MostEntries = 200;

    /// <summary><c>GET /chat</c>: a new talk.</summary>
    public IResult Open(HttpContext context, string? lang = null) => Show(context, Begin(ScreenWords.LanguageOf(lang, context.Request)));

    /// <summary><c>POST /chat</c>: what was written or tapped; the settings and the talk come along in the form.</summary>
    public async Task<IResult> TakeAsync(HttpContext context)
    {
        if (context.Request.Headers["Sec-Fetch-Site"] is [{ } site] && site is not ("same-origin" or "none") || !context.Request.HasFormContentType)
            return Problem.Of(new Refusal(400, "BadForm", "The form is not one of this page."));
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var language = ScreenWords.LanguageOf(form["lang"], context.Request);
        var size = int.TryParse(form["size"], out var chosen) && chosen is > 0 and < 3 ? chosen : 0;
        if (form["act"] == "restart") return Show(context, Begin(language) with { Size = size });
        if (tickets.Read(form["ticket"]) is not { } conversation)
            return Show(context, Begin(language) with { Size = size, Note = "form-expired", Text = form["text"].ToString() });

        var view = new PlainChatView(conversation, language, size, []);
        if (form["act"] == "set") return Show(context, await FillAsync(view, context.RequestAborted));
        var text = form["say"].ToString() is { Length: > 0 } tapped ? tapped : form["text"].ToString();
        if (string.IsNullOrWhiteSpace(text)) return Show(context, await FillAsync(view with { Note = "form-blank" }, context.RequestAborted));
        if (ActivityRules.Judge(text) is not null) return Show(context, await FillAsync(view with { Note = "form-long" }, context.RequestAborted));
        if ((limits.Take(context.Request) ?? limits.Take(conversation, user: null)) is { } over)
            return Show(context, await FillAsync(view with { Note = "form-busy", Text = text }, context.RequestAborted), over.Status);
        try
        {
            var said = redactor.Redact(text).Text;
            var name = form["name"].ToString() is { Length: > 0 and <= 64 } given ? "form:" + given : null;
            await reception.TakeAsync(
                new Visit(conversation, name, MayBegin: true, (reply, _) => [Write(new PlainEntry(said, null)), Write(new PlainEntry(null, reply))]),
                new Question(text), context.RequestAborted);
            return Show(context, await FillAsync(view, context.RequestAborted));
        }
        catch (DbException)
        {
            return Show(context, view with { Note = "form-busy", Text = text }, StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static PlainChatView Begin(string language) => new(PlainTicket.NewConversation(), language, 0, []);

    private static string Write(PlainEntry entry) => JsonSerializer.Serialize(entry, ScreenJson.Default.PlainEntry);

    private async Task<PlainChatView> FillAsync(PlainChatView view, CancellationToken cancellation) => view with
    {
        Entries = [.. (await store.ReadAsync(view.Conversation, 0, MostEntries, cancellation))
            .Select(entry => JsonSerializer.Deserialize(entry.Payload, ScreenJson.Default.PlainEntry)!)],
    };

    private IResult Show(HttpContext context, PlainChatView view, int status = StatusCodes.Status200OK)
    {
        context.Response.Headers.CacheControl = "no-store";
        var greeting = assistant.Greet(view.Language == "en-US" ? Language.English : Language.Chinese);
        var page = new PlainChatPage(words, view, tickets.Issue(view.Conversation)).Write(greeting);
        return Results.Text(page.Text, "text/html; charset=utf-8", statusCode: status);
    }
}
