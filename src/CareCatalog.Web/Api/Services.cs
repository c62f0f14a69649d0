using System.Globalization;
using CareCatalog.Channels;
using CareCatalog.Search;
using CareCatalog.Search.Text;

namespace CareCatalog.Web.Api;

/// <summary><c>GET /api/v1/services</c>, <c>/services/{id}</c>, <c>/search</c> and <c>/jurisdictions</c>: the edition in force, to read.</summary>
internal static class Services
{
    private const int LargestPage = 100;
    private const int LongestText = 200;

    public static IResult List(
        EditionInForce edition, HttpContext context,
        string? jurisdiction = null, string? domain = null, string? need = null, string? page = null, string? size = null)
    {
        var current = edition.Current;
        var place = default(JurisdictionCode);
        var field = default(Domain);
        if (jurisdiction is not null && !JurisdictionCode.TryParse(jurisdiction, out place))
            return Bad("jurisdiction is not a six-digit GB/T 2260 code.");
        if (domain is not null && !TryDomain(domain, current, out field))
            return Bad($"domain is none of {string.Join(", ", current.Domains.Select(entry => entry.Name))}.");
        if (need is not null && current.Needs.All(known => known.Id != need)) return Bad("need is not a term of the taxonomy.");
        if (!TryCount(page, 1, int.MaxValue / LargestPage, out var number)) return Bad("page is not a number from 1.");
        if (!TryCount(size, 20, LargestPage, out var count)) return Bad($"size is not a number from 1 to {LargestPage}.");

        var rows = current.Lists
            .Where(list => jurisdiction is null || list.Code == place)
            .SelectMany(list => list.Items)
            .Where(item => (domain is null || item.Domain == field) && (need is null || item.Needs.Contains(need)))
            .ToList();
        return Tagged.Read(context, current, () => Results.Json(
            new ServicePage(
                current.Version, rows.Count, number, count,
                [.. rows.Skip((number - 1) * count).Take(count).Select(item => ServiceView.Of(item, current))]),
            ApiJson.Rules.ServicePage));
    }

    public static IResult Search(EditionInForce edition, CharacterTable characters, HttpContext context, string? text = null, string? size = null)
    {
        if (text is not { Length: > 0 and <= LongestText }) return Bad($"text is missing or has more than {LongestText} characters.");
        if (!TryCount(size, 20, LargestPage, out var count)) return Bad($"size is not a number from 1 to {LargestPage}.");
        var current = edition.Current;
        return Tagged.Read(context, current, () =>
        {
            var found = CatalogIndex.Of(current, characters).SearchEverywhere(FoldedText.Of(text, characters), count);
            return Results.Json(new ServicePage(current.Version, found.Count, 1, count, [.. found.Select(hit => ServiceView.Of(hit.Row, current))]), ApiJson.Rules.ServicePage);
        });
    }

    public static IResult Find(EditionInForce edition, HttpContext context, string id)
    {
        if (!ItemId.TryParse(id, out var itemId)) return Bad("The id is not of the form 370200-02.");
        return edition.Current.Find(itemId) is { } item
            ? Tagged.Read(context, edition.Current, () => Results.Json(ServiceView.Of(item, edition.Current), ApiJson.Rules.ServiceView))
            : Problem.Of(new Refusal(404, "ServiceNotFound", "No list has a row of this id."));
    }

    public static IResult Jurisdictions(EditionInForce edition, HttpContext context) =>
        Tagged.Read(context, edition.Current, () => Results.Json(
            (IReadOnlyList<JurisdictionView>)[.. edition.Current.Lists.Select(list => JurisdictionView.Of(list, edition.Current))],
            ApiJson.Rules.IReadOnlyListJurisdictionView));

    private static bool TryDomain(string label, CatalogEdition edition, out Domain domain)
    {
        var entry = edition.Domains.FirstOrDefault(entry => entry.Name == label || entry.EnglishName == label);
        domain = entry?.Domain ?? default;
        return entry is not null;
    }

    private static bool TryCount(string? text, int unset, int most, out int count)
    {
        count = unset;
        return text is null
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count >= 1 && count <= most);
    }

    private static IResult Bad(string reason) => Problem.Of(new Refusal(400, "BadArgument", reason));
}
