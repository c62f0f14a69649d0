using System.Security.Claims;
using CareCatalog.Channels;
using CareCatalog.Dialogs;
using CareCatalog.Web.Console;

namespace CareCatalog.Web.Cases;

/// <summary><c>/console/api/cases</c> and <c>/console/api/audit</c>: who asked for a person, and what staff did. Whatever is done here is noted first.</summary>
internal static class CaseDesk
{
    private const int Most = 200;

    public static void MapCases(this IEndpointRouteBuilder routes)
    {
        var staff = routes.MapGroup("/console/api").ExcludeFromDescription().RequireAuthorization(ConsoleAccess.Policy);
        staff.MapGet("/cases", async (HttpContext context, ICaseStore cases, IAuditLog audit, CancellationToken cancellation) =>
        {
            await audit.AppendAsync(NameOf(context.User), "list-cases", "", cancellation);
            return Fresh(context, Results.Json(await cases.ListCasesAsync(Most, cancellation), CaseJson.Default.IReadOnlyListHandoffCase));
        });
        staff.MapPost("/cases/{id}/close", async (HttpContext context, string id, ICaseStore cases, IAuditLog audit, CancellationToken cancellation) =>
        {
            // What another site sends through a proxy that vouches for staff is not theirs.
            if (context.Request.Headers["Sec-Fetch-Site"] is [{ } site] && site is not ("same-origin" or "none")) return Problem.Of(new Refusal(400, "BadForm", "The request is not one of this site."));
            if (id.Length != 32 || !id.All(char.IsAsciiHexDigitLower)) return NotThere;
            await audit.AppendAsync(NameOf(context.User), "close-case", id, cancellation);
            return await cases.CloseCaseAsync(id, NameOf(context.User), cancellation) ? Results.NoContent() : NotThere;
        });
        staff.MapGet("/audit", async (HttpContext context, IAuditLog audit, CancellationToken cancellation) => Fresh(context, Results.Json(
            new AuditView(await audit.FindAuditBreakAsync(cancellation), await audit.ReadAuditAsync(Most, cancellation)), CaseJson.Default.AuditView)));
    }

    private static IResult NotThere => Problem.Of(new Refusal(404, "CaseNotFound", "There is no such case, or it is closed."));

    // Where a proxy vouches for staff, or in Development, nobody has signed in here by name.
    private static string NameOf(ClaimsPrincipal user) => user.Identity?.Name ?? "console";

    private static IResult Fresh(HttpContext context, IResult result)
    {
        context.Response.Headers.CacheControl = "no-store";
        return result;
    }
}
