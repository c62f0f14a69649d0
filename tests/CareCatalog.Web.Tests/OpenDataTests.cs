using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CareCatalog.Web.Tests;

/// <summary>The HSDS feed: every thing it hands out keeps the published rules for its kind (required members, formats, closed lists).</summary>
[Collection(OnOneHost.Name)]
public class OpenDataTests(RunningHost host)
{
    // Out of the schemas of HSDS 3.1 (Open Referral): members that must be there, those that are UUIDs, and all that may be there.
    private static readonly Dictionary<string, (string[] Required, string[] Uuids, string[] Known)> Rules = new()
    {
        ["service"] = (["id", "name", "status"], ["id", "organization_id"],
            ["id", "organization_id", "name", "description", "status", "eligibility_description", "minimum_age", "maximum_age", "last_modified", "organization", "service_areas", "attributes"]),
        ["organization"] = (["id", "name", "description"], ["id"], ["id", "name", "alternate_name", "description"]),
        ["service_area"] = (["id"], ["id", "service_id"], ["id", "service_id", "name", "uri"]),
        ["attribute"] = (["id"], ["id", "link_id", "taxonomy_term_id"], ["id", "link_id", "taxonomy_term_id", "link_type", "link_entity", "value", "label", "taxonomy_term"]),
        ["taxonomy"] = (["id", "name", "description"], ["id"], ["id", "name", "description", "version"]),
        ["taxonomy_term"] = (["id", "name", "description"], ["id", "parent_id", "taxonomy_id"], ["id", "code", "name", "description", "parent_id", "language", "taxonomy_id"]),
    };

    [Fact]
    public async Task Root_Feed_NamesVersionProfileAndOpenApi()
    {
        var about = await ReadAsync("/hsds/");
        Assert.Equal("3.1", (string)about["version"]!);
        Assert.True(Uri.TryCreate((string)about["profile"]!, UriKind.Absolute, out _));
        using var openApi = await host.Client.GetAsync((string)about["openapi_url"]!);
        var description = (await openApi.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.StartsWith("3.1", (string)description["openapi"]!, StringComparison.Ordinal);
        Assert.Contains(description["paths"]!.AsObject(), path => path.Key == "/hsds/services/{id}");
    }

    [Theory]
    [InlineData("services?full=true&per_page=500", "service", 133)]
    [InlineData("organizations?per_page=500", "organization", 0)]
    [InlineData("taxonomies", "taxonomy", 2)]
    [InlineData("taxonomy_terms?per_page=500", "taxonomy_term", 0)]
    public async Task List_EveryThing_KeepsTheRulesOfItsKind(string path, string kind, int count)
    {
        var page = await ReadAsync($"/hsds/{path}");
        Assert.Equal(["total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty", "contents"], page.Select(member => member.Key));
        var contents = page["contents"]!.AsArray();
        if (count > 0) Assert.Equal(count, contents.Count);
        Assert.NotEmpty(contents);
        Assert.Equal(contents.Count, contents.Select(thing => (string)thing!["id"]!).Distinct().Count());
        foreach (var thing in contents) Check(kind, thing!.AsObject());
    }

    [Fact]
    public async Task List_PageByPage_GivesEveryServiceOnce()
    {
        var ids = new List<string>();
        for (var number = 1; ; number++)
        {
            var page = await ReadAsync($"/hsds/services?per_page=50&page={number}");
            ids.AddRange(page["contents"]!.AsArray().Select(thing => (string)thing!["id"]!));
            Assert.Equal(number == 1, (bool)page["first_page"]!);
            if ((bool)page["last_page"]!) break;
        }
        Assert.Equal(133, ids.Distinct().Count());
        Assert.Equal(133, ids.Count);
        Assert.True((bool)(await ReadAsync("/hsds/services?page=99"))["empty"]!);
    }

    [Fact]
    public async Task List_AsNdjson_StreamsEveryService()
    {
        var lines = (await host.Client.GetStringAsync("/hsds/services?format=ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(133, lines.Length);
        Assert.All(lines, line => Check("service", JsonNode.Parse(line)!.AsObject()));
    }

    [Fact]
    public async Task List_Filters_Narrow()
    {
        var term = (await ReadAsync("/hsds/taxonomy_terms?search=vaccination"))["contents"]![0]!;
        Assert.Equal("vaccination", (string)term["code"]!);
        var services = (await ReadAsync($"/hsds/services?taxonomy_term_id={term["id"]}"))["contents"]!.AsArray();
        Assert.Equal(5, services.Count);
        var own = (await ReadAsync($"/hsds/services?organization_id={services[0]!["organization_id"]}"))["contents"]!.AsArray();
        Assert.InRange(own.Count, 1, 30);
        Assert.NotEmpty((await ReadAsync("/hsds/services?modified_after=2030-01-01"))["contents"]!.AsArray());
        Assert.Equal(133, (await ReadAsync("/hsds/services?minimal=true"))["contents"]!.AsArray().Count);
    }

    [Fact]
    public async Task Find_Id_IsTheSameEverywhereAndVersion5()
    {
        var id = (string)(await ReadAsync("/hsds/services?per_page=1"))["contents"]![0]!["id"]!;
        Assert.Equal('5', id[14]);
        var service = await ReadAsync($"/hsds/services/{id}");
        Check("service", service);
        Assert.Contains(service["attributes"]!.AsArray(), attribute => (string)attribute!["link_type"]! == "edition");
        using var missing = await host.Client.GetAsync($"/hsds/services/{Guid.Empty}");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Theory]
    [InlineData("/hsds/services?page=0")]
    [InlineData("/hsds/services?per_page=501")]
    [InlineData("/hsds/services?format=xml")]
    [InlineData("/hsds/services?full=maybe")]
    [InlineData("/hsds/services?modified_after=soon")]
    [InlineData("/hsds/services?taxonomy_term_id=1")]
    [InlineData("/hsds/services/370200-02")]
    public async Task Read_BadValue_IsRefused(string path)
    {
        using var response = await host.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/hsds/services")]
    [InlineData("/api/v1/export.json")]
    [InlineData("/api/v1/export.csv")]
    [InlineData("/api/v1/compare")]
    public async Task Read_SameEditionAgain_IsNotModified(string path)
    {
        using var first = await host.Client.GetAsync(path);
        first.EnsureSuccessStatusCode();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    private static void Check(string kind, JsonObject thing)
    {
        var (required, uuids, known) = Rules[kind];
        Assert.All(required, member => Assert.NotEmpty((string)thing[member]!));
        Assert.Empty(thing.Select(member => member.Key).Except(known));
        Assert.DoesNotContain(thing, member => member.Value is null);
        foreach (var member in uuids.Where(thing.ContainsKey)) Assert.True(Guid.TryParseExact((string)thing[member]!, "D", out _));
        if (kind == "service") Assert.Contains((string)thing["status"]!, new[] { "active", "inactive", "defunct", "temporarily closed" });
        if (thing["organization"] is JsonObject organization) Check("organization", organization);
        foreach (var area in thing["service_areas"]?.AsArray() ?? []) Check("service_area", area!.AsObject());
        foreach (var attribute in thing["attributes"]?.AsArray() ?? []) Check("attribute", attribute!.AsObject());
        if (thing["taxonomy_term"] is JsonObject term) Check("taxonomy_term", term);
    }

    private async Task<JsonObject> ReadAsync(string path) => (await host.Client.GetFromJsonAsync<JsonObject>(path))!;
}
