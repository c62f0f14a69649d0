using System.Globalization;
using CareCatalog.Search;

namespace CareCatalog.Web.Console;

/// <summary>What staff have noted of the caller: it narrows what is found. Nothing of it is kept.</summary>
/// <param name="Place">Where they live; null when not noted.</param>
/// <param name="Ages">The children's ages in years.</param>
/// <param name="Circumstances">Ids of circumstances.</param>
internal sealed record CallerStrip(JurisdictionCode? Place, IReadOnlyList<int> Ages, IReadOnlyList<string> Circumstances)
{
    private const int MostAges = 8;

    /// <summary>Whether nothing is noted that tells rows apart.</summary>
    public bool IsBlank => Ages.Count == 0 && Circumstances.Count == 0;

    /// <summary>Reads the strip of a form; what is not of it is passed over.</summary>
    public static CallerStrip Of(IFormCollection query, CatalogEdition edition)
    {
        JurisdictionCode? place = JurisdictionCode.TryParse(query["at"], out var code) ? code : null;
        var ages = query["ages"].ToString().Split(',').Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age < 30 ? age : -1);
        var circumstances = query["circumstances"].ToString().Split(',').Where(id => edition.Circumstances.Any(known => known.Id == id));
        return new CallerStrip(place, [.. ages.Where(age => age >= 0).Take(MostAges)], [.. circumstances.SelectMany(id => edition.Circumstances.Single(known => known.Id == id).Implies.Prepend(id)).Distinct()]);
    }

    /// <summary>How a row stands to the caller.</summary>
    public Fit Judge(ServiceItem item) => IsBlank
        ? Fit.Open
        : Gate.Judge(item.Eligibility, new SearchQuery
        {
            Jurisdiction = item.Id.Jurisdiction,
            Seekers = [.. Ages.Select(age => new Seeker(AgeRange.Years(age, age), []))],
            Circumstances = Circumstances,
        });
}
