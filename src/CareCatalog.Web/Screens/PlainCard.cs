using CareCatalog.Dialogs;

namespace CareCatalog.Web.Screens;

/// <summary>Writes an answer as the card that <c>card.js</c> makes.</summary>
internal sealed class PlainCard(ScreenWords words, string language)
{
    private static readonly string[] Open = ["say", "aspect", "still", "guidance", "passage", "more"];

    /// <summary>The card.</summary>
    public Html Write(Reply reply)
    {
        if (IsComparison(reply)) return Comparison(reply);
        var lead = reply.PassagesFirst || reply.Matches.Count == 0 ? null : reply.Matches[0];
        return Html.Of($"""
            <article class="card" lang="{(reply.Language == "en" ? "en" : "zh-CN")}">{Html.Join(
            [
                Banner(reply),
                .. Of(reply, "remark").Select(part => Html.Of($"""<p class="remark">{part.Text}</p>""")),
                lead is null ? new Html("") : Lead(lead),
                .. reply.Parts.Where(part => Open.Contains(part.Kind)).Select(part => Html.Of($"""<p class="{part.Kind}">{part.Text}</p>""")),
                lead is null ? new Html("") : Fold("card-content", [lead.Content, .. Of(reply, "reading").Select(part => part.Text)]),
                lead is null ? new Html("") : Fold("card-why", lead.Why),
                Contact(reply),
                Of(reply, "source").Any() ? Fold("card-source", Of(reply, "source").Select(part => part.Text)) : new Html(""),
                .. (reply.PassagesFirst ? reply.Matches : reply.Matches.Skip(1)).Select(Also),
                .. Of(reply, "question").Select(part => Html.Of($"""<p class="question">{part.Text}</p>""")),
            ])}</article>
            """);
    }

    // Rows of several places in the same form: none leads.
    private static bool IsComparison(Reply reply) => !reply.PassagesFirst && Of(reply, "also").Any() && !Of(reply, "lead").Any();

    private Html Comparison(Reply reply) => Html.Of($"""
        <article class="card" lang="{(reply.Language == "en" ? "en" : "zh-CN")}">{Html.Join(reply.Parts.Select(part => part.Kind switch
        {
            "also" => Html.Of($"""<p class="place">{part.Text}</p>"""),
            "content" or "source" => Fold($"card-{part.Kind}", [part.Text]),
            _ => Html.Of($"""<p class="{part.Kind}">{part.Text}</p>"""),
        }))}</article>
        """);

    private static IEnumerable<ReplyPart> Of(Reply reply, string kind) => reply.Parts.Where(part => part.Kind == kind);

    private static Html Lead(ReplyMatch row) => Html.Of(
        $"""<div><h2 class="lead">{row.Title}</h2>{(row.Title == row.Service ? new Html("") : Html.Of($"""<span class="own" lang="zh-CN">{row.Service}</span>"""))}<p class="summary">{row.Summary}</p></div>""");

    private string Say(string key) => words.Say(language, key);

    private Html Call(string number) => Html.Of($"""<a class="call" href="tel:{number}">{words.Say(language, "call", ("number", number))}</a>""");

    private Html Banner(Reply reply)
    {
        if (!Of(reply, "banner").Any()) return new Html("");
        var texts = Of(reply, "banner").Select(part => Html.Of($"<p>{part.Text}</p>"));
        var lines = Of(reply, "hotline").Select(part => Html.Of(
            $"""<li>{Html.Join(reply.Hotlines.Where(number => part.Text.StartsWith(number, StringComparison.Ordinal)).Take(1).Select(Call))}<span>{part.Text}</span></li>"""));
        return Html.Of($"""<section class="danger"><h2>{Say("danger")}</h2>{Html.Join(texts)}<ul class="calls">{Html.Join(lines)}</ul></section>""");
    }

    private Html Contact(Reply reply)
    {
        var calls = reply.Hotlines.Where(number => !Of(reply, "hotline").Any(part => part.Text.StartsWith(number, StringComparison.Ordinal))).Select(Call).ToList();
        var texts = Of(reply, "contact").Select(part => Html.Of($"<p>{part.Text}</p>")).ToList();
        return calls.Count + texts.Count == 0
            ? new Html("")
            : Html.Of($"""<div class="contact">{Html.Join(texts)}<p class="calls">{Html.Join(calls)}</p></div>""");
    }

    private Html Also(ReplyMatch row) => Html.Of($"""
        <details class="also"><summary>{Say("card-also")}{Say("colon")}{row.Title}<span class="departments">{string.Join(Say("list-separator"), row.Departments)}</span></summary>
        <p class="summary">{row.Summary}</p><p class="content">{row.Content}</p><p>{string.Join(Say("clause-separator"), row.Why)}</p><p class="source">{row.Source}</p></details>
        """);

    private Html Fold(string title, IEnumerable<string> texts) => Html.Of(
        $"""<details class="fold"><summary>{Say(title)}</summary>{Html.Join(texts.Select(text => Html.Of($"<p>{text}</p>")))}</details>""");
}
