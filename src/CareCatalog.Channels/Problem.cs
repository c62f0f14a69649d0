using Microsoft.AspNetCore.Http;

namespace CareCatalog.Channels;

/// <summary>Says a refusal as <c>application/problem+json</c> (RFC 9457).</summary>
public static class Problem
{
    // Seconds; what is out of reach is asked for again no sooner.
    private const int Soon = 5;

    /// <summary>The refusal as a result.</summary>
    public static IResult Of(Refusal refusal) => Results.Problem(
        refusal.Reason, statusCode: refusal.Status, type: $"urn:carecatalog:problem:{refusal.Code}");

    /// <summary>Writes the refusal.</summary>
    public static Task WriteAsync(HttpContext context, Refusal refusal) => Of(context, refusal).ExecuteAsync(context);

    /// <summary>The refusal as a result of a request, with the time to wait where there is one.</summary>
    public static IResult Of(HttpContext context, Refusal refusal)
    {
        if ((refusal.RetryAfter ?? (refusal.Status == StatusCodes.Status503ServiceUnavailable ? Soon : null)) is { } seconds) context.Response.Headers.RetryAfter = $"{seconds}";
        return Of(refusal);
    }
}
