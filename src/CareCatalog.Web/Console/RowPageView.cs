using CareCatalog.Web.Api;

namespace CareCatalog.Web.Console;

/// <summary>A row with everything about it; names in the language of the screen, texts as printed.</summary>
/// <param name="Edition">The edition it stands in.</param>
/// <param name="Place">The name of the place.</param>
/// <param name="Domain">服务领域.</param>
/// <param name="Title">What it is called in English; null on a Chinese screen.</param>
/// <param name="Summary">What it gives in English; null on a Chinese screen.</param>
/// <param name="Row">The row.</param>
/// <param name="Reading">服务内容 in the reading proposed.</param>
/// <param name="Needs">The names of the needs it meets.</param>
/// <param name="Circumstances">The names of the circumstances it is restricted to.</param>
/// <param name="Bodies">What the departments of the row and its guidance are called, by what is printed.</param>
/// <param name="Counterparts">For ministries: the usual local bodies.</param>
/// <param name="Previous">The row before it in the list; null for the first.</param>
/// <param name="Next">The row after it in the list; null for the last.</param>
internal sealed record RowPageView(
    string Edition, string Place, string Domain, string? Title, string? Summary, ServiceView Row, string Reading, IReadOnlyList<string> Needs,
    IReadOnlyList<string> Circumstances, IReadOnlyDictionary<string, string> Bodies, IReadOnlyList<string> Counterparts, string? Previous, string? Next);
