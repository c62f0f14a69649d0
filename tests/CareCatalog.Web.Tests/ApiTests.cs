using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CareCatalog.Web.Tests;

/// <summary>The REST API.</summary>
[Collection(OnOneHost.Name)]
public sealed class ApiTests(RunningHost host)
{
    private async Task<JsonNode> GetAsync(string path) => (await host.Client.GetFromJsonAsync<JsonNode>(path))!;

    [Fact]
    public async Task Answers_Question_HasTheFieldsOfTheContract()
    {
        using var response = await host.Client.PostAsJsonAsync(
            "/api/v1/answers", new { text = "我家孩子4岁，刚搬来", jurisdiction = "370200", language = "zh" });
        var reply = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        foreach (var field in new[] { "outcome", "language", "jurisdiction", "matches", "passages", "hotlines", "text" })
            Assert.True(reply.ContainsKey(field), field);
        Assert.NotEmpty((string)reply["text"]!);
    }

    [Fact]
    public async Task Jurisdictions_AreFiveWithOneHundredAndThirtyThreeRows()
    {
        var places = (await GetAsync("/api/v1/jurisdictions")).AsArray();
        Assert.Equal(["000000", "211300", "220100", "370200", "371700"], places.Select(place => (string)place!["code"]!));
        Assert.Equal(133, places.Sum(place => (int)place!["services"]!));
        Assert.Equal(21, places.Sum(place => (int)place!["passages"]!));
    }

    [Theory]
    [InlineData("", 133)]
    [InlineData("?jurisdiction=370200", 22)]
    [InlineData("?jurisdiction=110000", 0)]
    public async Task Services_Filtered_AreCounted(string query, int total) =>
        Assert.Equal(total, (int)(await GetAsync("/api/v1/services" + query))["total"]!);

    [Fact]
    public async Task Services_ByDomainAndNeed_AreOfThem()
    {
        var rows = (await GetAsync($"/api/v1/services?domain={Uri.EscapeDataString("病有所医")}&size=100"))["items"]!.AsArray();
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal("病有所医", (string)row!["domain"]!));
        rows = (await GetAsync("/api/v1/services?need=vaccination&size=100"))["items"]!.AsArray();
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Contains("vaccination", row!["needs"]!.AsArray().Select(need => (string)need!)));
    }

    [Fact]
    public async Task Services_PageByPage_AreAllTheRowsOnce()
    {
        var ids = new List<string>();
        for (var page = 1; page <= 8; page++)
        {
            ids.AddRange((await GetAsync($"/api/v1/services?page={page}&size=19"))["items"]!.AsArray().Select(row => (string)row!["id"]!));
        }
        Assert.Equal(133, ids.Count);
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task Service_One_SaysWhereItIsWritten()
    {
        var row = await GetAsync("/api/v1/services/370200-02");
        Assert.Equal("370200", (string)row["jurisdiction"]!);
        Assert.Contains("市教育局", row["departments"]!.AsArray().Select(department => (string)department!));
        Assert.NotEmpty((string)row["source"]!["title"]!);
        Assert.NotEmpty(row["source"]!["lines"]!.AsArray());
    }

    [Fact]
    public async Task Services_WithTheTagOfTheEdition_Is304()
    {
        using var first = await host.Client.GetAsync("/api/v1/services");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/services");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task OpenApi_DescribesEveryEndpointOfTheApi()
    {
        var api = await GetAsync("/openapi/v1.json");
        Assert.StartsWith("3.1", (string)api["openapi"]!, StringComparison.Ordinal);
        Assert.Superset(
            new HashSet<string> { "/api/v1/answers", "/api/v1/compare", "/api/v1/jurisdictions", "/api/v1/services", "/api/v1/services/{id}" },
            api["paths"]!.AsObject().Select(path => path.Key).ToHashSet());
    }

    [Fact]
    public async Task Health_AndReadiness_AreSound()
    {
        Assert.Equal("ok", await host.Client.GetStringAsync("/healthz"));
        var ready = await GetAsync("/readyz");
        Assert.True((bool)ready["ready"]!);
        Assert.Equal(12, ((string)ready["edition"]!).Length);
    }
}
