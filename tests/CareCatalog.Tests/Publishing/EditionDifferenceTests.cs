using CareCatalog.Publishing;

namespace CareCatalog.Tests.Publishing;

public class EditionDifferenceTests
{
    private static readonly JurisdictionCode Qingdao = JurisdictionCode.Parse("370200");

    [Fact]
    public void Between_SameEdition_IsNone() => Assert.Empty(EditionDifference.Between(Repository.Edition, Repository.Edition).Changes);

    [Fact]
    public void Between_RowReworded_IsChangedWithItsField()
    {
        var change = Assert.Single(Differ(rows => [.. rows.Select(row => row.Id.Number == 3 ? row with { Departments = ["市教体局"] } : row)]));
        Assert.Equal((RowChangeKind.Changed, "370200-03"), (change.Kind, change.Id.ToString()));
        Assert.Equal(new FieldChange("departments", "市教育局", "市教体局"), Assert.Single(change.Fields));
    }

    [Fact]
    public void Between_RowTakenOut_RemovesItAndRenumbersTheRest()
    {
        var changes = Differ(rows => [.. rows.Where(row => row.Id.Number != 5).Select(row => row.Id.Number > 5 ? row with { Id = new ItemId(Qingdao, row.Id.Number - 1) } : row)]);
        Assert.Equal("370200-05", Assert.Single(changes, change => change.Kind == RowChangeKind.Removed).Id.ToString());
        Assert.Equal(17, changes.Count(change => change.Kind == RowChangeKind.Renumbered));
        Assert.Equal(18, changes.Count);
    }

    [Fact]
    public void Between_RowPutIn_AddsIt()
    {
        var extra = Repository.Item("220100-32") with { Id = new ItemId(Qingdao, 23) };
        Assert.Equal((RowChangeKind.Added, "370200-23"), Assert.Single(Differ(rows => [.. rows, extra])) is var change ? (change.Kind, change.Id.ToString()) : default);
    }

    [Fact]
    public void Between_ListTakenOut_RemovesEveryRow()
    {
        var edition = Repository.Edition;
        var less = With([.. edition.Lists.Where(list => list.Code != Qingdao)]);
        Assert.Equal(22, EditionDifference.Between(edition, less).Changes.Count(change => change.Kind == RowChangeKind.Removed));
        Assert.Equal(22, EditionDifference.Between(less, edition).Changes.Count(change => change.Kind == RowChangeKind.Added));
    }

    private static IReadOnlyList<RowChange> Differ(Func<IReadOnlyList<ServiceItem>, IReadOnlyList<ServiceItem>> change)
    {
        var lists = Repository.Edition.Lists.Select(list => list.Code == Qingdao ? list with { Items = change(list.Items) } : list);
        return EditionDifference.Between(Repository.Edition, With([.. lists])).Changes;
    }

    private static CatalogEdition With(IReadOnlyList<CareList> lists)
    {
        var edition = Repository.Edition;
        return new CatalogEdition("other", lists, edition.Needs, edition.Circumstances, edition.Places, edition.Departments, edition.Hotlines) { Domains = edition.Domains };
    }
}
