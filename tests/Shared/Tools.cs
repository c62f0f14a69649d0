namespace CareCatalog.Testing;

/// <summary>What tests need beyond .NET.</summary>
public static class Tools
{
    /// <summary>Node.js.</summary>
    public const string Node = "node";

    /// <summary>The npm clients of tests/clients, installed by test.sh.</summary>
    public const string Clients = "tests/clients/node_modules";

    /// <summary>Why a test is skipped; null when nothing is missing, or when nothing may be.</summary>
    public static string? Missing(params string[] tools)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true") return null;
        var missing = tools.Where(tool => !IsThere(tool)).ToList();
        return missing.Count == 0 ? null : $"{string.Join(" and ", missing)} missing; bash test.sh installs what tests need";
    }

    private static bool IsThere(string tool) => tool.Contains('/', StringComparison.Ordinal)
        ? Directory.Exists(Repository.At(tool.Split('/')))
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, tool)) || File.Exists(Path.Combine(folder, tool + ".exe")));
}
