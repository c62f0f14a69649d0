using Microsoft.AspNetCore.Http;

namespace CareCatalog.Channels.DirectLine;

/// <summary>An error as Direct Line says it: <c>{"error":{"code","message"}}</c>. Codes are stable, messages are not.</summary>
internal sealed record DirectLineError(DirectLineError.Body Error)
{
    /// <summary>What is inside.</summary>
    internal sealed record Body(string Code, string Message);

    /// <summary>Writes a refusal.</summary>
    public static Task WriteAsync(HttpContext context, Refusal refusal)
    {
        context.Response.StatusCode = refusal.Status;
        if (refusal.RetryAfter is { } seconds) context.Response.Headers.RetryAfter = $"{seconds}";
        return context.Response.WriteAsJsonAsync(
            new DirectLineError(new Body(refusal.Code, refusal.Reason)), DirectLineJson.Rules.DirectLineError,
            cancellationToken: context.RequestAborted);
    }
}
