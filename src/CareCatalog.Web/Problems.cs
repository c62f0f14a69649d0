using System.Data.Common;
using CareCatalog.Channels;
using CareCatalog.Channels.DirectLine;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;

namespace CareCatalog.Web;

/// <summary>Tells what no door has told: a path or method that is not there, and failures, in the form of the path asked for.</summary>
internal static class Problems
{
    public static void UseProblems(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = TellFailureAsync, SuppressDiagnosticsCallback = IsOfTheRequest });
        app.UseStatusCodePages(status => TellAsync(status.HttpContext, status.HttpContext.Response.StatusCode));
    }

    private static bool IsOfTheRequest(ExceptionHandlerSuppressDiagnosticsContext failed) => failed.Exception is BadHttpRequestException;

    private static Task TellFailureAsync(HttpContext context) =>
        TellAsync(context, context.Features.Get<IExceptionHandlerFeature>()?.Error switch
        {
            BadHttpRequestException request => request.StatusCode,
            DbException => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        });

    private static Task TellAsync(HttpContext context, int status)
    {
        var refusal = new Refusal(status, CodeOf(status), ReasonOf(status));
        return DirectLineChannel.Owns(context.Request.Path)
            ? DirectLineChannel.RefuseAsync(context, refusal)
            : Problem.WriteAsync(context, refusal);
    }

    private static string CodeOf(int status) =>
        string.Concat(ReasonPhrases.GetReasonPhrase(status).Where(char.IsAsciiLetter)) is { Length: > 0 } code ? code : "Failed";

    private static string ReasonOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => "There is nothing under this path.",
        StatusCodes.Status405MethodNotAllowed => "This path does not take this method; see the Allow header.",
        StatusCodes.Status503ServiceUnavailable => "The store is out of reach; try again shortly.",
        >= 500 => "The request failed here; nothing was changed.",
        _ => "The request is not one that can be answered.",
    };
}
