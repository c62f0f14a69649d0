using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace CareCatalog.Web.Screens;

/// <summary><c>/embed.js</c>: what another site includes in one line. The script of <c>wwwroot/widget.js</c> with its words put in.</summary>
internal sealed class WidgetLoader
{
    private readonly byte[] script;
    private readonly byte[] compressed;
    private readonly string tag;

    public WidgetLoader(IWebHostEnvironment environment, ScreenWords words)
    {
        var file = environment.WebRootFileProvider.GetFileInfo("widget.js");
        using var reader = new StreamReader(file.CreateReadStream());
        var text = reader.ReadToEnd();
        foreach (var language in new[] { "zh-CN", "en-US" })
            foreach (var key in new[] { "widget-open", "widget-close" })
                text = text.Replace($"{{{key} {language}}}", words.Say(language, key), StringComparison.Ordinal);
        script = Encoding.UTF8.GetBytes(text);
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize)) gzip.Write(script);
        compressed = packed.ToArray();
        tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(script).AsSpan(0, 8))}\"";
    }

    /// <summary>The loader; any site may load it, which lets it do no more than its own script could.</summary>
    public IResult Send(HttpContext context)
    {
        var (request, headers) = (context.Request, context.Response.Headers);
        headers.ETag = tag;
        headers.CacheControl = "public, max-age=3600";
        headers.Vary = "Accept-Encoding";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        if (request.Headers.IfNoneMatch.Contains(tag)) return Results.StatusCode(StatusCodes.Status304NotModified);
        if (!request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
            return Results.Bytes(script, "text/javascript; charset=utf-8");
        headers.ContentEncoding = "gzip";
        return Results.Bytes(compressed, "text/javascript; charset=utf-8");
    }
}
