using CareCatalog.Testing;

namespace CareCatalog.Browser.Tests;

/// <summary>Makes pictures; run by <c>docs/screens/make.sh</c> only.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PicturesFactAttribute : FactAttribute
{
    public PicturesFactAttribute() => Skip = Folder is null ? "docs/screens/make.sh makes the pictures" : Tools.Missing(Chromium.Needed);

    /// <summary>Where the pictures go; null when none are asked for.</summary>
    public static string? Folder => Environment.GetEnvironmentVariable("CARECATALOG_PICTURES");
}
