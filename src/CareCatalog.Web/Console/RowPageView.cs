using CareCatalog.Web.Api;

namespace CareCatalog.Web.Console;

/// <summary>A row with everything about it.</summary>
/// <param name="Edition">The edition it stands in.</param>
/// <param name="Place">The name of the place.</param>
/// <param name="Row">The row.</param>
/// <param name="Reading">服务内容 in the reading proposed.</param>
/// <param name="Needs">The names of the needs it meets, Chinese.</param>
/// <param name="EnglishNeeds">The same, English.</param>
/// <param name="Circumstances">The names of the circumstances it is restricted to, Chinese.</param>
/// <param name="Counterparts">For ministries: the usual local bodies.</param>
/// <param name="Previous">The row before it in the list; null for the first.</param>
/// <param name="Next">The row after it in the list; null for the last.</param>
internal sealed record RowPageView(
    string Edition, string Place, ServiceView Row, string Reading, IReadOnlyList<string> Needs, IReadOnlyList<string> EnglishNeeds,
    IReadOnlyList<string> Circumstances, IReadOnlyList<string> Counterparts, string? Previous, string? Next);
