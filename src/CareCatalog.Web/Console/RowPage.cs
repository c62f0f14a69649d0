using CareCatalog.Channels;
using CareCatalog.Web.Api;

namespace CareCatalog.Web.Console;

/// <summary>Looks a row up with everything about it.</summary>
internal sealed class RowPage(EditionInForce edition)
{
    /// <summary>The row; null when there is none of this id.</summary>
    public RowPageView? Find(string id)
    {
        var current = edition.Current;
        if (!ItemId.TryParse(id, out var itemId) || current.Find(itemId) is not { } item) return null;
        var list = current.ListOf(itemId.Jurisdiction)!;
        var needs = item.Needs.Select(need => current.Needs.FirstOrDefault(known => known.Id == need)).OfType<Need>().ToList();
        string? Beside(int step) => current.Find(itemId with { Number = itemId.Number + step })?.Id.ToString();
        return new RowPageView(
            current.Version, list.Name, ServiceView.Of(item, current), item.ContentReading,
            [.. needs.Select(need => need.Name)], [.. needs.Select(need => need.EnglishName)],
            [.. item.Eligibility.Circumstances.Select(held => current.Circumstances.FirstOrDefault(known => known.Id == held)?.Name ?? held)],
            [.. item.Departments.Select(name => current.Departments.FirstOrDefault(entry => entry.Name == name)?.LocalCounterpart).OfType<string>().Distinct()],
            Beside(-1), Beside(1));
    }
}
