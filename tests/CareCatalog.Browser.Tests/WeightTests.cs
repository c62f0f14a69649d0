using System.Net;
using System.Net.Http.Headers;

namespace CareCatalog.Browser.Tests;

/// <summary>What a page weighs on the wire, compressed.</summary>
[Collection(InChromium.Name)]
public sealed class WeightTests(Chromium chromium)
{
    [CareCatalog.Testing.RequiresFact(Chromium.Needed)]
    public async Task Loader_AtMost3KB() => Assert.InRange(await WeighAsync("/embed.js"), 200, 3 * 1024);

    [CareCatalog.Testing.RequiresTheory(Chromium.Needed)]
    [InlineData("zh-CN")]
    [InlineData("en-US")]
    public async Task ChatPage_AtMost25KB_AllTogether(string language)
    {
        await using var window = await chromium.OpenAsync(Look.Phone with { Language = language });
        var asked = new List<string>();
        window.Page.Request += (_, request) => asked.Add(new Uri(request.Url).AbsolutePath);
        await window.ChatAsync();
        var files = asked.Where(path => Path.HasExtension(path) || path == "/").Distinct().ToList();
        var total = 0;
        foreach (var file in files) total += await WeighAsync(file);
        Assert.True(files.Count >= 8 && total <= 25 * 1024, $"{total} bytes: {string.Join(' ', files)}");
    }

    private async Task<int> WeighAsync(string path)
    {
        using var client = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = chromium.Host.Address };
        client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        using var response = await client.GetAsync(path);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadAsByteArrayAsync()).Length;
    }
}
