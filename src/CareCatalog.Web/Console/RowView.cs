namespace CareCatalog.Web.Console;

/// <summary>A row in the list of what was found. Place, field and departments are named in the language of the screen.</summary>
/// <param name="Id">The row's id.</param>
/// <param name="Place">The name of the place whose list it stands in.</param>
/// <param name="Number">Its number.</param>
/// <param name="Domain">服务领域.</param>
/// <param name="Audience">服务对象, as printed.</param>
/// <param name="Service">服务项目, as printed.</param>
/// <param name="Content">服务内容, in the reading proposed.</param>
/// <param name="Title">What it is called in English; null on a Chinese screen.</param>
/// <param name="Summary">What it gives in English; null on a Chinese screen.</param>
/// <param name="Departments">The departments; in Chinese in the list's wording.</param>
/// <param name="Reasons">Why it is shown: number, service, audience, content, departments, guidance, need, place, fits, misfit, assistant.</param>
/// <param name="Doubtful">Whether its source is misprinted.</param>
internal sealed record RowView(
    string Id, string Place, int Number, string Domain, string Audience, string Service, string Content, string? Title, string? Summary,
    IReadOnlyList<string> Departments, IReadOnlyList<string> Reasons, bool Doubtful)
{
    /// <summary>The row as shown.</summary>
    public static RowView Of(ServiceItem item, string domain, IReadOnlyList<string> reasons, ConsoleNames names)
    {
        var words = names.Of(item);
        return new RowView(
            item.Id.ToString(), names.Of(item.Id.Jurisdiction), item.Id.Number, names.OfDomain(domain), item.Audience, item.Service, item.ContentReading,
            words?.Title, words?.Summary, [.. item.Departments.Select(names.OfBody)], reasons,
            item.Errata.Any(erratum => erratum is { Reading: not null, Field: "number" or "audience" or "service" or "content" }));
    }
}
