using Microsoft.AspNetCore.Http;

namespace CareCatalog.Channels;

/// <summary>Reads a request's body up to a bound.</summary>
public static class BoundedBody
{
    /// <summary>The largest body accepted, in bytes.</summary>
    public const int Largest = 256 * 1024;

    /// <summary>The body, empty when there is none; or why it is not taken.</summary>
    public static async Task<(byte[]? Bytes, Refusal? Refusal)> ReadAsync(HttpRequest request)
    {
        var tooLarge = new Refusal(413, "BodyTooLarge", $"The body is larger than {Largest / 1024} KB.");
        if (request.ContentLength > Largest) return (null, tooLarge);
        try
        {
            using var body = new MemoryStream();
            var piece = new byte[16 * 1024];
            int count;
            while ((count = await request.Body.ReadAsync(piece, request.HttpContext.RequestAborted)) > 0)
            {
                if (body.Length + count > Largest) return (null, tooLarge);
                body.Write(piece, 0, count);
            }
            return (body.ToArray(), null);
        }
        catch (BadHttpRequestException fault)
        {
            return (null, fault.StatusCode == 413 ? tooLarge : new Refusal(fault.StatusCode, "BadArgument", "The body broke off."));
        }
    }
}
