namespace CareCatalog.Web.Api;

/// <summary>清单事项: one row of a list.</summary>
/// <param name="Id">The row's id, as in <c>370200-02</c>.</param>
/// <param name="Jurisdiction">The code of the place whose list it stands in.</param>
/// <param name="Domain">服务领域, as the lists print it.</param>
/// <param name="Audience">服务对象, corrected reading.</param>
/// <param name="Service">服务项目, corrected reading.</param>
/// <param name="Content">服务内容, verbatim.</param>
/// <param name="Departments">The departments responsible, in the list's wording.</param>
/// <param name="Needs">The needs it meets, the most fitting first.</param>
/// <param name="Guidance">What the ministries ask; only the national index has it.</param>
/// <param name="Errata">Defects of the source that hit this row.</param>
/// <param name="Source">Where it is written.</param>
internal sealed record ServiceView(
    string Id, string Jurisdiction, string Domain, string Audience, string Service, string Content,
    IReadOnlyList<string> Departments, IReadOnlyList<string> Needs, IReadOnlyList<Guidance> Guidance,
    IReadOnlyList<Erratum> Errata, SourceView Source)
{
    /// <summary>The row as shown.</summary>
    public static ServiceView Of(ServiceItem item, CatalogEdition edition) => new(
        item.Id.ToString(), item.Id.Jurisdiction.Value, LabelOf(item.Domain, edition), item.Audience, item.Service, item.Content,
        item.Departments, item.Needs, item.Guidance, item.Errata, SourceView.Of(item.Provenance));

    private static string LabelOf(Domain domain, CatalogEdition edition) =>
        edition.Domains.FirstOrDefault(entry => entry.Domain == domain)?.Name ?? domain.ToString();
}
