namespace CareCatalog.Seeds;

/// <summary>What a list file says of its document.</summary>
/// <param name="File">File name under <c>seeds/documents/</c>.</param>
/// <param name="Sha256">Its hash, lower-case hexadecimal.</param>
/// <param name="Title">The list's title.</param>
/// <param name="NoticeTitle">The title of the notice or plan around the list; null when there is none.</param>
/// <param name="Number">文号; null when the text carries none.</param>
/// <param name="Issuer">Who signed; null when the text does not say.</param>
/// <param name="Date">The date of printing; null when the text does not say.</param>
/// <param name="Sha256Line">The line of the list file with the hash.</param>
internal sealed record PrintedDocument(
    string File, string Sha256, Cell Title, Cell? NoticeTitle, Cell? Number, Cell? Issuer, Cell? Date, int Sha256Line)
{
    /// <summary>Every cell it has, by name.</summary>
    public IEnumerable<(string Field, Cell Cell)> Cells()
    {
        yield return ("title", Title);
        if (NoticeTitle is not null) yield return ("noticeTitle", NoticeTitle);
        if (Number is not null) yield return ("number", Number);
        if (Issuer is not null) yield return ("issuer", Issuer);
        if (Date is not null) yield return ("date", Date);
    }
}
