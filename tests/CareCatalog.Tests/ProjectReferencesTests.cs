using System.Xml.Linq;

namespace CareCatalog.Tests;

/// <summary>The arrows between the rooms of the house run one way.</summary>
public class ProjectReferencesTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["CareCatalog"] = [],
        ["CareCatalog.Search"] = ["CareCatalog"],
        ["CareCatalog.Dialogs"] = ["CareCatalog.Search", "CareCatalog"],
        ["CareCatalog.Storage"] = ["CareCatalog.Dialogs", "CareCatalog.Search", "CareCatalog"],
        ["CareCatalog.Channels"] = ["CareCatalog.Dialogs", "CareCatalog.Search", "CareCatalog"],
        ["CareCatalog.Web"] = ["CareCatalog.Storage", "CareCatalog.Channels", "CareCatalog.Dialogs", "CareCatalog.Search", "CareCatalog"],
        ["CareCatalog.Import"] = ["CareCatalog"],
        ["CareCatalog.Cli"] = ["CareCatalog.Channels", "CareCatalog.Dialogs", "CareCatalog.Search", "CareCatalog.Storage", "CareCatalog.Import", "CareCatalog"],
    };

    public static TheoryData<string> Projects =>
        [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void References_Project_PointOnlyInwards(string project)
    {
        Assert.True(Allowed.TryGetValue(project, out var allowed), $"{project} is no room of the house.");
        Assert.Empty(References(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension).Except(allowed, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("CareCatalog")]
    [InlineData("CareCatalog.Import")]
    public void References_Room_UsesTheBaseClassLibraryOnly(string project) =>
        Assert.Empty(References(project, "PackageReference", "FrameworkReference"));

    private static IEnumerable<string> References(string project, params string[] kinds)
    {
        using var file = File.OpenRead(Path.Combine(Repository.Root, "src", project, $"{project}.csproj"));
        return [.. XDocument.Load(file).Descendants().Where(element => kinds.Contains(element.Name.LocalName))
            .Select(element => element.Attribute("Include")!.Value.Replace('\\', '/'))];
    }
}
