namespace CareCatalog;

/// <summary>对照: what the lists of some places hold beside the national index, service by service.</summary>
/// <param name="Edition">The version of the edition it was drawn from.</param>
/// <param name="Places">The lists compared, in the order asked for.</param>
/// <param name="Services">The national services compared, in the order of the index.</param>
public sealed record Comparison(string Edition, IReadOnlyList<CareList> Places, IReadOnlyList<ComparedService> Services)
{
    /// <summary>Every place with a list beside every national service.</summary>
    public static Comparison Of(CatalogEdition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return Of(edition, [.. edition.Lists.Where(list => !list.Code.IsNation).Select(list => list.Code)]);
    }

    /// <summary>Some places beside every national service, or beside those given.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="places">The places; those without a list, the nation and repetitions are left out.</param>
    /// <param name="services">The national rows compared; null or none for all of them.</param>
    public static Comparison Of(CatalogEdition edition, IReadOnlyList<JurisdictionCode> places, IReadOnlyCollection<ItemId>? services = null)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(places);
        var lists = places.Where(code => !code.IsNation).Distinct().Select(edition.ListOf).OfType<CareList>().ToList();
        var national = edition.ListOf(JurisdictionCode.Nation)?.Items ?? [];
        var judge = new BaselineJudge(edition);
        return new Comparison(edition.Version, lists,
            [.. national.Where(item => services is not { Count: > 0 } || services.Contains(item.Id))
                .Select(item => new ComparedService(item, [.. lists.Select(list => judge.Judge(item, list))]))]);
    }

    /// <summary>The national rows a person may mean: by row id or number, by name or part of it, by a need's id or name.</summary>
    /// <returns>The rows in order; none when nothing is called so.</returns>
    public static IReadOnlyList<ItemId> ServicesCalled(CatalogEdition edition, string text)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var national = edition.ListOf(JurisdictionCode.Nation)?.Items ?? [];
        if (ItemId.TryParse(text, out var id)) return [.. national.Where(item => item.Id == id).Select(item => item.Id)];
        var whole = national.Where(item => item.Service == text).ToList();
        if (whole.Count > 0) return [.. whole.Select(item => item.Id)];
        var parents = edition.Needs.Where(need => need.Id == text || need.Name == text || need.EnglishName == text).Select(need => need.Parent).ToHashSet();
        return [.. national.Where(item => parents.Contains(item.Id) || (text.Length > 1 && item.Service.Contains(text, StringComparison.Ordinal)))
            .Select(item => item.Id)];
    }
}
