using CareCatalog.Channels;
using CareCatalog.Web.Api;

namespace CareCatalog.Web.Console;

/// <summary>Looks a row up with everything about it.</summary>
internal sealed class RowPage(EditionInForce edition, ConsoleLanguages languages)
{
    /// <summary>The row; null when there is none of this id.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="language">Of the screen.</param>
    public RowPageView? Find(string id, string? language)
    {
        var current = edition.Current;
        if (!ItemId.TryParse(id, out var itemId) || current.Find(itemId) is not { } item) return null;
        var (names, row) = (languages.NamesOf(language, current), ServiceView.Of(item, current));
        var bodies = item.Departments.Concat(item.Guidance.Select(guidance => guidance.Department)).Distinct();
        string? Beside(int step) => current.Find(itemId with { Number = itemId.Number + step })?.Id.ToString();
        return new RowPageView(
            current.Version, names.Of(itemId.Jurisdiction), names.OfDomain(row.Domain), names.Of(item)?.Title, names.Of(item)?.Summary, row, item.ContentReading,
            [.. item.Needs.Select(need => current.Needs.FirstOrDefault(known => known.Id == need)).OfType<Need>().Select(names.Of)],
            [.. item.Eligibility.Circumstances.Select(names.OfCircumstance)], bodies.ToDictionary(name => name, names.OfBody),
            [.. item.Departments.Select(names.CounterpartOf).OfType<string>().Distinct()], Beside(-1), Beside(1));
    }
}
