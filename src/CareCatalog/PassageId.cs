namespace CareCatalog;

/// <summary>A section of a notice or plan: jurisdiction code, <c>-p</c> and the section number in two digits, as in <c>371700-p04</c>.</summary>
/// <param name="Jurisdiction">Whose document.</param>
/// <param name="Number">The section number, from 1.</param>
public readonly record struct PassageId(JurisdictionCode Jurisdiction, int Number)
{
    /// <summary>Reads an id such as <c>371700-p04</c>; false when it is not one.</summary>
    public static bool TryParse(string? text, out PassageId id)
    {
        id = default;
        if (text is not { Length: 10 } || text[6] != '-' || text[7] != 'p') return false;
        if (!JurisdictionCode.TryParse(text[..6], out var code) || !int.TryParse(text.AsSpan(8), out var number)) return false;
        id = new PassageId(code, number);
        return number > 0;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Jurisdiction}-p{Number:00}";
}
