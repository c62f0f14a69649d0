using Microsoft.Net.Http.Headers;

namespace CareCatalog.Web.Api;

/// <summary>What is read from an edition, under the edition's tag: an edition never changes, so its name is the tag of all that is read from it.</summary>
internal static class Tagged
{
    /// <summary>Reads, unless the caller already holds what this edition gives.</summary>
    public static IResult Read(HttpContext context, CatalogEdition edition, Func<IResult> read)
    {
        var tag = new EntityTagHeaderValue($"\"{edition.Version}\"");
        context.Response.Headers.ETag = tag.ToString();
        context.Response.Headers.CacheControl = "no-cache";
        // As RFC 9110 has it for reading: any of the tags named, weak ones too, or all.
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false))
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : read();
    }
}
