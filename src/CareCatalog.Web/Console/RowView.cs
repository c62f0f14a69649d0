namespace CareCatalog.Web.Console;

/// <summary>A row in the list of what was found.</summary>
/// <param name="Id">The row's id.</param>
/// <param name="Place">The name of the place whose list it stands in.</param>
/// <param name="Number">Its number.</param>
/// <param name="Domain">服务领域.</param>
/// <param name="Audience">服务对象.</param>
/// <param name="Service">服务项目.</param>
/// <param name="Content">服务内容, in the reading proposed.</param>
/// <param name="Departments">The departments, in the list's wording.</param>
/// <param name="Reasons">Why it is shown: number, service, audience, content, departments, guidance, need, place, fits, misfit, assistant.</param>
/// <param name="Doubtful">Whether its source is misprinted.</param>
internal sealed record RowView(
    string Id, string Place, int Number, string Domain, string Audience, string Service, string Content,
    IReadOnlyList<string> Departments, IReadOnlyList<string> Reasons, bool Doubtful);
