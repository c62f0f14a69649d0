using CareCatalog.Channels;
using CareCatalog.Channels.BotFramework;
using CareCatalog.Channels.Limits;
using CareCatalog.Channels.Privacy;
using CareCatalog.Dialogs;

namespace CareCatalog.Web.Api;

/// <summary><c>POST /api/v1/answers</c>: one question, one answer, nothing kept.</summary>
internal static class Answers
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public static async Task<IResult> AnswerAsync(HttpContext context, TurnLimits limits, Redactor redactor, Assistant assistant, EditionInForce edition, TimeProvider clock)
    {
        if (limits.Take(context.Request) is { } over) return Problem.Of(context, over);
        var (request, refusal) = await JsonBody.ReadAsync(context.Request, ApiJson.Rules.AnswerRequest);
        if (refusal is not null) return Problem.Of(refusal);
        var (question, bad) = Read(request!, edition.Current);
        if (bad is not null) return Problem.Of(bad);
        var redaction = redactor.Redact(question!.Text);
        question = question with { Text = redaction.Text, HasPersonalData = redaction.HasPersonalData };
        var turn = assistant.Take(Conversation.New, question, edition.Current, clock.GetUtcNow().ToOffset(China));
        return Results.Json(turn.Reply, ApiJson.Rules.Reply);
    }

    private static (Question? Question, Refusal? Refusal) Read(AnswerRequest request, CatalogEdition edition)
    {
        if (string.IsNullOrWhiteSpace(request.Text)) return (null, Bad("text is missing or blank."));
        if (ActivityRules.Judge(request.Text) is { } refusal) return (null, refusal);
        JurisdictionCode? place = null;
        if (request.Jurisdiction is not null)
        {
            if (!JurisdictionCode.TryParse(request.Jurisdiction, out var code)) return (null, Bad("jurisdiction is not a six-digit GB/T 2260 code."));
            if (!IsKnown(code, edition)) return (null, Bad("jurisdiction is not the code of a province, prefecture or county."));
            place = code;
        }
        return request.Language switch
        {
            null => (new Question(request.Text, place), null),
            "zh" => (new Question(request.Text, place, Language.Chinese), null),
            "en" => (new Question(request.Text, place, Language.English), null),
            _ => (null, Bad("language is neither zh nor en.")),
        };
    }

    private static bool IsKnown(JurisdictionCode code, CatalogEdition edition) =>
        code.IsNation || edition.ListOf(code) is not null || edition.Places.Any(place => place.Code == code);

    private static Refusal Bad(string reason) => new(400, "BadArgument", reason);
}
