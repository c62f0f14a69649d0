using Microsoft.AspNetCore.Http;

namespace CareCatalog.Channels;

/// <summary>Says a refusal as <c>application/problem+json</c> (RFC 9457).</summary>
public static class Problem
{
    /// <summary>The refusal as a result.</summary>
    public static IResult Of(Refusal refusal) => Results.Problem(
        refusal.Reason, statusCode: refusal.Status, type: $"urn:carecatalog:problem:{refusal.Code}");

    /// <summary>Writes the refusal.</summary>
    public static Task WriteAsync(HttpContext context, Refusal refusal)
    {
        if (refusal.Status == StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = "5";
        return Of(refusal).ExecuteAsync(context);
    }
}
