namespace CareCatalog.Testing;

/// <summary>A copy of <c>seeds/</c> in which one department is worded otherwise: another edition, as sound as the first.</summary>
public static class RewordedSeeds
{
    /// <summary>Makes it; returns the folder.</summary>
    public static string In(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Repository.At("seeds"), "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(Repository.At("seeds"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        var departments = Path.Combine(folder, "departments.tsv");
        File.WriteAllText(departments, File.ReadAllText(departments).Replace("Municipal Civil Affairs Bureau", "Municipal Bureau of Civil Affairs", StringComparison.Ordinal));
        return folder;
    }
}
