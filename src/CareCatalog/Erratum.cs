namespace CareCatalog;

/// <summary>
/// 勘误: a defect of a source as received, with the reading proposed. Both readings stay visible.
/// One defect that hits several rows has the same id at each.
/// </summary>
/// <param name="Id">Stable id, as in <c>e039</c>.</param>
/// <param name="Target">The row or passage id it hits, or the jurisdiction code when it concerns the document.</param>
/// <param name="Field">domain, number, audience, service, content, departments or guidance of a row; section, text or departments of a passage; document or number of a list.</param>
/// <param name="Printed">The words printed; empty when the cell is blank, or when the whole cell is meant and nothing replaced.</param>
/// <param name="Reading">The reading proposed; null when the printed form is kept.</param>
/// <param name="Confidence">How sure the reading is, 0 to 1.</param>
/// <param name="Reason">Why, in one Chinese sentence.</param>
/// <param name="Kind">list (changes meaning or place), text (letters), meta, layout or sense.</param>
public sealed record Erratum(
    string Id, string Target, string Field, string Printed, string? Reading, double Confidence, string Reason, string Kind)
{
    /// <summary>The reason in English.</summary>
    public string EnglishReason { get; init; } = "";
}
