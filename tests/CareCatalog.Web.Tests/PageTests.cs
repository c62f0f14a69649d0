using System.Net;
using System.Text.RegularExpressions;

namespace CareCatalog.Web.Tests;

/// <summary>The chat page as it is served.</summary>
[Collection(OnOneHost.Name)]
public sealed partial class PageTests(RunningHost host)
{
    [Fact]
    public async Task Page_AndAllItNames_AreServed()
    {
        var page = await host.Client.GetStringAsync("/");
        var names = Named().Matches(page).Select(match => match.Groups[1].Value).ToList();
        Assert.Contains("chat.js", names);
        foreach (var name in names)
        {
            using var response = await host.Client.GetAsync("/" + name);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/chat.js")]
    [InlineData("/api/v1/jurisdictions")]
    [InlineData("/nothing")]
    public async Task Any_ForbidsWhatPagesDoNotNeed(string path)
    {
        using var response = await host.Client.GetAsync(path);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Page_ServedCompressed_IsUnder25Kilobytes()
    {
        var total = 0L;
        foreach (var path in new[] { "/", "/chat.js", "/line.js", "/chat.css", "/icon.svg" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.AcceptEncoding.ParseAdd("gzip");
            using var response = await host.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            total += (await response.Content.ReadAsByteArrayAsync()).Length;
        }
        Assert.InRange(total, 1, 25 * 1024);
    }

    [GeneratedRegex("(?:href|src)=\"([^\"]+)\"")]
    private static partial Regex Named();
}
