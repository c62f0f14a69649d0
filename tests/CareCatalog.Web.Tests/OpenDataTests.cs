using System.Net;
using System.Net.Http.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CareCatalog.OpenData;
using CareCatalog.Testing;

namespace CareCatalog.Web.Tests;

/// <summary>The HSDS feed and the exports: every thing handed out keeps the schema of its kind (<c>tests/hsds</c>, judged by ajv).</summary>
[Collection(OnOneHost.Name)]
public class OpenDataTests(RunningHost host)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [RequiresTheory(Tools.Node, Tools.Clients)]
    [InlineData("services?per_page=500", "service_list", 133)]
    [InlineData("services?full=true&per_page=500", "service", 133)]
    [InlineData("services?minimal=true", "service_minimal", 133)]
    [InlineData("organizations?per_page=500", "organization_list", 70)]
    [InlineData("organizations?per_page=500&full=true", "organization", 70)]
    [InlineData("organizations?per_page=500&full_service=true", "organization", 70)]
    [InlineData("taxonomies", "taxonomy", 3)]
    [InlineData("taxonomy_terms?per_page=500", "taxonomy_term", 100)]
    public async Task List_EveryThing_KeepsTheSchemaOfItsKind(string path, string kind, int atLeast)
    {
        var page = await ReadAsync($"/hsds/{path}");
        var contents = page["contents"]!.AsArray();
        Assert.InRange(contents.Count, atLeast, 500);
        Assert.Equal(contents.Count, contents.Select(thing => (string)thing!["id"]!).Distinct().Count());
        Assert.Empty(await Schemas.ErrorsAsync([("page", path, page), .. contents.Select(thing => (kind, (string)thing!["id"]!, thing))]));
    }

    [RequiresFact(Tools.Node, Tools.Clients)]
    public async Task Find_OneOfEachKind_KeepsTheSchemaOfItsKind()
    {
        var things = new List<(string, string, JsonNode?)> { ("about", "/", await ReadAsync("/hsds/")) };
        foreach (var (kind, list) in new[] { ("service", "services"), ("organization", "organizations"), ("taxonomy", "taxonomies"), ("taxonomy_term", "taxonomy_terms") })
        {
            foreach (var listed in (await ReadAsync($"/hsds/{list}?per_page=5"))["contents"]!.AsArray())
                things.Add((kind, list, await ReadAsync($"/hsds/{list}/{listed!["id"]}")));
        }
        Assert.Equal(1 + 5 + 5 + 3 + 5, things.Count);
        Assert.Empty(await Schemas.ErrorsAsync(things));
    }

    [RequiresFact(Tools.Node, Tools.Clients)]
    public async Task Schemas_ServiceMadeWrong_NameWhatIsWrong()
    {
        var sound = (await ReadAsync("/hsds/services?full=true&per_page=1"))["contents"]![0]!.AsObject();
        var things = new List<(string, string, JsonNode?)>();
        void Spoil(string name, Action<JsonObject> change)
        {
            var spoilt = (JsonObject)sound.DeepClone();
            change(spoilt);
            things.Add(("service", name, spoilt));
        }
        Spoil("required", service => service.Remove("name"));
        Spoil("uuid", service => service["id"] = "370200-01");
        Spoil("enum", service => service["status"] = "open");
        Spoil("type", service => service["minimum_age"] = "3");
        Spoil("date-time", service => service["last_modified"] = "yesterday");
        Spoil("additionalProperties", service => service["rating"] = 5);
        Spoil("uuid", service => service["attributes"]![0]!["taxonomy_term"]!["parent_id"] = "x");
        var errors = await Schemas.ErrorsAsync(things);
        Assert.Equal(things.Count, errors.Count);
        Assert.All(things.Zip(errors), pair => Assert.StartsWith(pair.First.Item2, pair.Second, StringComparison.Ordinal));
    }

    [RequiresFact(Tools.Node, Tools.Clients)]
    public async Task OpenApi_Document_IsValid31()
    {
        var document = (JsonObject)JsonNode.Parse(await host.Client.GetStringAsync("/openapi/v1.json"))!;
        var judged = await Schemas.JudgeOpenApiAsync(document);
        Assert.Equal("3.1", (string)judged["version"]!);
        Assert.Empty(judged["errors"]!.AsArray());
        var parameters = document["paths"]!["/hsds/services"]!["get"]!["parameters"]!.AsArray().Select(parameter => (string)parameter!["name"]!);
        Assert.Equal(["search", "page", "per_page", "format", "taxonomy_term_id", "taxonomy_id", "organization_id", "modified_after", "minimal", "full"], parameters);
        document["paths"]!["/hsds/services"]!["get"]!["responses"] = "none";
        Assert.NotEmpty((await Schemas.JudgeOpenApiAsync(document))["errors"]!.AsArray());
    }

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

    [RequiresTheory(Tools.Node, Tools.Clients)]
    [InlineData("services?format=ndjson", "service_list", 133)]
    [InlineData("services?format=ndjson&full=true", "service", 133)]
    [InlineData("taxonomy_terms?format=ndjson", "taxonomy_term", 100)]
    public async Task List_AsNdjson_StreamsEveryThing(string path, string kind, int atLeast)
    {
        using var response = await host.Client.GetAsync($"/hsds/{path}");
        Assert.Equal("application/x-ndjson", response.Content.Headers.ContentType?.MediaType);
        var lines = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.InRange(lines.Length, atLeast, 500);
        Assert.Empty(await Schemas.ErrorsAsync([.. lines.Select((line, at) => (kind, $"{at}", JsonNode.Parse(line)))]));
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
        Assert.Contains(own, service => (string)service!["id"]! == (string)services[0]!["id"]!);
        // Nothing was published here, so that every row may have changed.
        Assert.Equal(133, (int)(await ReadAsync("/hsds/services?modified_after=2030-01-01"))["total_items"]!);
        Assert.Equal(133, (int)(await ReadAsync($"/hsds/services?taxonomy_id={HumanServices.RecordTaxonomy}"))["total_items"]!);
        var restricted = (int)(await ReadAsync($"/hsds/services?taxonomy_id={HumanServices.CircumstancesTaxonomy}"))["total_items"]!;
        Assert.InRange(restricted, 20, 80);
        var several = (int)(await ReadAsync($"/hsds/services?taxonomy_term_id={HumanServices.RecordId("department")}"))["total_items"]!;
        Assert.InRange(several, 20, 110);
        var search = (await ReadAsync("/hsds/services?search=家庭医生"))["contents"]!.AsArray();
        Assert.NotEmpty(search);
        Assert.All(search, service => Assert.Contains("家庭医生", service!.ToJsonString(Plain), StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_OrganizationsAndTerms_NarrowByTermTaxonomyAndParent()
    {
        var vaccination = HumanServices.TermId("vaccination");
        var bodies = (await ReadAsync($"/hsds/organizations?taxonomy_term_id={vaccination}&full=true"))["contents"]!.AsArray();
        Assert.InRange(bodies.Count, 5, 20);
        var terms = (await ReadAsync($"/hsds/taxonomy_terms?taxonomy_id={HumanServices.NeedsTaxonomy}&top_only=true"))["contents"]!.AsArray();
        Assert.Equal(19, terms.Count);
        var below = (await ReadAsync($"/hsds/taxonomy_terms?parent_id={terms[0]!["id"]}"))["contents"]!.AsArray();
        Assert.NotEmpty(below);
        Assert.All(below, term => Assert.Equal((string)terms[0]!["id"]!, (string)term!["parent_id"]!));
    }

    [Fact]
    public async Task Find_Id_IsTheSameEverywhereAndVersion5()
    {
        var id = (string)(await ReadAsync("/hsds/services?per_page=1"))["contents"]![0]!["id"]!;
        Assert.Equal('5', id[14]);
        var service = await ReadAsync($"/hsds/services/{id}");
        Assert.Contains(service["attributes"]!.AsArray(), attribute => (string)attribute!["link_type"]! == "edition");
        using var missing = await host.Client.GetAsync($"/hsds/services/{Guid.Empty}");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Theory]
    [InlineData("/hsds/services?page=0")]
    [InlineData("/hsds/services?per_page=501")]
    [InlineData("/hsds/services?format=xml")]
    [InlineData("/hsds/services?full=maybe")]
    [InlineData("/hsds/organizations?full_service=1")]
    [InlineData("/hsds/services?modified_after=soon")]
    [InlineData("/hsds/services?taxonomy_term_id=1")]
    [InlineData("/hsds/services/370200-02")]
    [InlineData("/api/v1/search")]
    [InlineData("/api/v1/search?text=")]
    [InlineData("/api/v1/search?text=a&size=101")]
    public async Task Read_BadValue_IsRefused(string path)
    {
        using var response = await host.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/hsds/services")]
    [InlineData("/hsds/services?format=ndjson")]
    [InlineData("/hsds/taxonomies")]
    [InlineData("/api/v1/services")]
    [InlineData("/api/v1/search?text=疫苗")]
    [InlineData("/api/v1/jurisdictions")]
    [InlineData("/api/v1/export.json")]
    [InlineData("/api/v1/export.csv")]
    [InlineData("/api/v1/compare")]
    [InlineData("/api/v1/compare.svg")]
    public async Task Read_SameEditionAgain_IsNotModified(string path)
    {
        using var first = await host.Client.GetAsync(path);
        first.EnsureSuccessStatusCode();
        async Task<HttpStatusCode> AgainAsync(string tags)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("If-None-Match", tags);
            using var again = await host.Client.SendAsync(request);
            return again.StatusCode;
        }
        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync(first.Headers.ETag!.Tag));
        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync($"\"other\", W/{first.Headers.ETag.Tag}"));
        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync("*"));
        Assert.Equal(HttpStatusCode.OK, await AgainAsync("\"other\""));
        Assert.Equal(HttpStatusCode.OK, await AgainAsync("no tag at all"));
    }

    [Fact]
    public async Task Search_Text_GivesTheLikestRowsOfAllPlaces()
    {
        var found = (await ReadAsync("/api/v1/search?text=孤儿医疗康复明天计划&size=5"))["items"]!.AsArray();
        Assert.Equal(5, found.Count);
        Assert.Equal(["370200-08", "371700-09"], found.Take(2).Select(row => (string)row!["id"]!).Order());
        Assert.Empty((await ReadAsync("/api/v1/search?text=%F0%9F%98%80"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Export_JsonAndCommas_HoldEveryRowOfTheEdition()
    {
        var export = await ReadAsync("/api/v1/export.json");
        var ids = export["jurisdictions"]!.AsArray().SelectMany(list => list!["items"]!.AsArray()).Select(item => (string)item!["id"]!).ToList();
        Assert.Equal(133, ids.Count);
        var lines = (await host.Client.GetStringAsync("/api/v1/export.csv")).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("id,jurisdiction,place,domain,audience,service,content,departments", lines[0], StringComparison.Ordinal);
        Assert.Equal(ids, lines.Skip(1).Select(line => line[..9]));
        Assert.All(lines.Skip(1), line => Assert.EndsWith((string)export["edition"]!, line, StringComparison.Ordinal));
    }

    private async Task<JsonObject> ReadAsync(string path) => (await host.Client.GetFromJsonAsync<JsonObject>(path))!;
}
