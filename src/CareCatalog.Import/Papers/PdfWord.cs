namespace CareCatalog.Import.Papers;

/// <summary>A word of a page, in points from the upper left corner.</summary>
internal sealed record PdfWord(int Page, double Left, double Top, double Width, double Height, string Text)
{
    public double Right => Left + Width;

    public double Middle => Top + (Height / 2);
}
