using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CareCatalog.Testing;
using CareCatalog.Web.Tests;

namespace CareCatalog.Cli.Tests;

/// <summary><c>export</c> and <c>compare</c>.</summary>
public class ExportTests
{
    [Fact]
    public void Export_Json_IsTheWholeEdition()
    {
        var run = Command.Run("export", "--format", "json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var edition = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(5, edition.GetProperty("jurisdictions").GetArrayLength());
        Assert.Equal(21, edition.GetProperty("passages").GetArrayLength());
        Assert.Equal(12, edition.GetProperty("edition").GetString()!.Length);
    }

    [Fact]
    public void Export_Csv_HasOneLineARow()
    {
        var run = Command.Run("export", "--format", "csv");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(134, run.Lines.Length);
        Assert.StartsWith("id,", run.Lines[0].TrimStart('\ufeff'), StringComparison.Ordinal);
    }

    [RequiresFact(Tools.Node, Tools.Clients)]
    public async Task Export_DataPackage_KeepsProfileTypesKeysAndReferences()
    {
        var folder = Directory.CreateTempSubdirectory("package-").FullName;
        try
        {
            var run = Command.Run("export", "--format", "hsds", "--output", folder);
            Assert.Equal((0, ""), (run.ExitCode, run.Error));
            Assert.Equal(run.Lines.Length, Directory.GetFiles(folder).Length);
            var descriptor = Path.Combine(folder, "datapackage.json");
            var judged = await Schemas.JudgePackageAsync(descriptor);
            Assert.Empty(judged["errors"]!.AsArray());
            Assert.Equal(133, (int)judged["rows"]!["service"]!);
            Assert.Equal(["organization", "service", "service_area", "attribute", "taxonomy", "taxonomy_term"], judged["rows"]!.AsObject().Select(table => table.Key));
            Assert.Empty(await Schemas.ErrorsAsync(Rows(folder, descriptor)));

            // A row less of organizations, and the references to it are missed.
            var organizations = Path.Combine(folder, "organizations.csv");
            File.WriteAllLines(organizations, File.ReadAllLines(organizations).Where((_, line) => line != 1));
            Assert.NotEmpty((await Schemas.JudgePackageAsync(descriptor))["errors"]!.AsArray());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Every row of the tables as the thing it stands for; no cell of theirs spans lines or holds a comma.
    private static List<(string, string, JsonNode?)> Rows(string folder, string descriptor)
    {
        var things = new List<(string, string, JsonNode?)>();
        foreach (var table in JsonNode.Parse(File.ReadAllText(descriptor))!["resources"]!.AsArray())
        {
            var lines = File.ReadAllLines(Path.Combine(folder, (string)table!["path"]!));
            var heads = lines[0].Split(',');
            foreach (var line in lines.Skip(1))
            {
                var thing = new JsonObject();
                foreach (var (head, cell) in heads.Zip(line.Split(',')).Where(pair => pair.Second.Length > 0))
                    thing[head] = head.EndsWith("_age", StringComparison.Ordinal) ? int.Parse(cell, CultureInfo.InvariantCulture) : cell;
                things.Add(($"tables.json#/$defs/{table["name"]}", (string)thing["id"]!, thing));
            }
        }
        return things;
    }

    [Fact]
    public void Compare_TwoPlacesAndAService_HasALineForEach()
    {
        var run = Command.Run("compare", "--places", "青岛,220100", "--service", "义务教育");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(run.Lines, line => line.Contains("青岛", StringComparison.Ordinal) && line.Contains("市教育局", StringComparison.Ordinal));
        Assert.Contains(run.Lines, line => line.Contains("长春", StringComparison.Ordinal) && line.Contains("市教育局", StringComparison.Ordinal));
        Assert.DoesNotContain("菏泽", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_Json_IsWhatTheHostGives()
    {
        var host = new RunningHost();
        await host.InitializeAsync();
        try
        {
            foreach (var (arguments, query) in new (string[], string)[] { ([], ""), (["--places", "青岛,220100", "--service", "义务教育"], "?jurisdictions=青岛,220100&service=义务教育") })
            {
                var printed = JsonNode.Parse(Command.Run(["compare", "--json", .. arguments]).Output);
                Assert.True(JsonNode.DeepEquals(printed, JsonNode.Parse(await host.Client.GetStringAsync("/api/v1/compare" + query))), query);
            }
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    [Fact]
    public void Compare_Picture_IsTheOneInDocs()
    {
        var file = Path.Combine(Path.GetTempPath(), $"coverage-{Guid.NewGuid():N}.svg");
        Assert.Equal(0, Command.Run("compare", "--svg", file).ExitCode);
        Assert.Equal(File.ReadAllText(Repository.At("docs", "coverage.svg")), File.ReadAllText(file));
        File.Delete(file);
    }
}
