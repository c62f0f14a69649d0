using System.Text.Json;

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

    [Fact]
    public void Export_DataPackage_WritesItsFilesIntoTheFolder()
    {
        var folder = Directory.CreateTempSubdirectory("package-").FullName;
        try
        {
            var run = Command.Run("export", "--format", "hsds", "--output", folder);
            Assert.Equal((0, ""), (run.ExitCode, run.Error));
            Assert.True(File.Exists(Path.Combine(folder, "datapackage.json")));
            Assert.Equal(run.Lines.Length, Directory.GetFiles(folder).Length);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
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
    public void Compare_Json_IsJson() =>
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(Command.Run("compare", "--places", "青岛", "--json").Output).RootElement.ValueKind);

    [Fact]
    public void Compare_Picture_IsWritten()
    {
        var file = Path.Combine(Path.GetTempPath(), $"coverage-{Guid.NewGuid():N}.svg");
        Assert.Equal(0, Command.Run("compare", "--svg", file).ExitCode);
        Assert.StartsWith("<svg", File.ReadAllText(file).TrimStart(), StringComparison.Ordinal);
        File.Delete(file);
    }
}
