namespace CareCatalog.Import.Papers;

/// <summary>How much a file may hold. A real list has some forty rows and half a megabyte; ten times that passes easily.</summary>
internal static class PaperLimits
{
    public const long FileBytes = 8 * 1024 * 1024;
    public const long UnpackedBytes = 16 * 1024 * 1024;
    public const int ZipEntries = 500;
    public const int ZipRatio = 150;
    public const int Rows = 3000;
    public const int Columns = 40;
    public const int CellLength = 8000;
    public const int Cells = 30_000;
    public const int Nesting = 200;
    public const int Tags = 60_000;
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static RefusedFileException TooMuch(string what, long most) => new($"it holds {what} than {most:N0}.");
}
