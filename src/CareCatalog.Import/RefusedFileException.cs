namespace CareCatalog.Import;

/// <summary>Ends the reading of a file at the first thing that is hostile or beyond bounds; caught once, where the reading began.</summary>
internal sealed class RefusedFileException : Exception
{
    public RefusedFileException(string reason) : base(reason)
    {
    }

    public RefusedFileException() : this("the file is refused.")
    {
    }

    public RefusedFileException(string reason, Exception cause) : base(reason, cause)
    {
    }
}
