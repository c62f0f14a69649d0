using System.Globalization;

namespace CareCatalog.Benchmarks.Scale;

/// <summary>The whole country: lists for as many places as wanted, made of the rows of the lists there are, worded anew.</summary>
internal static class Country
{
    private const int RowsPerList = 31;

    private static readonly (string Word, string[] Others)[] Wordings =
    [
        ("符合条件的", ["符合规定条件的", "满足条件的", "经审核符合条件的"]),
        ("提供", ["给予", "落实", "组织提供"]),
        ("流动儿童", ["流动儿童", "随迁子女", "外来务工人员随迁子女"]),
        ("家庭经济困难", ["家庭生活困难", "经济困难", "低收入"]),
        ("开展", ["组织开展", "举办", "实施"]),
        ("就近", ["就近就便", "统筹就近", "相对就近"]),
        ("服务", ["服务", "服务保障", "服务事项"]),
        ("市", ["市", "县", "区"]),
    ];

    /// <summary>An edition of about as many rows as wanted: the lists there are, then one more place after the other.</summary>
    public static CatalogEdition Of(CatalogEdition known, int rows, int seed)
    {
        var random = new Random(seed);
        var lists = known.Lists.ToList();
        var sample = lists.Where(list => !list.Code.IsNation).SelectMany(list => list.Items).ToArray();
        var places = known.Places.Where(place => !place.Code.IsProvince && known.ListOf(place.Code) is null).ToList();
        for (var at = 0; lists.Sum(list => list.Items.Count) + RowsPerList <= rows && at < places.Count; at++) lists.Add(List(places[at], sample, random));
        return new CatalogEdition(
            string.Create(CultureInfo.InvariantCulture, $"{rows:x12}"), [.. lists.OrderBy(list => list.Code.Value, StringComparer.Ordinal)], known.Needs,
            known.Circumstances, known.Places, known.Departments, known.Hotlines)
        { Domains = known.Domains };
    }

    private static CareList List(Place place, ServiceItem[] sample, Random random)
    {
        var document = new SourceDocument($"{place.Code}.txt", $"{place.Name}流动儿童在居住地享有关爱服务基础清单", null, null, null, "");
        var rows = random.GetItems(sample, RowsPerList + 5).Distinct().Take(RowsPerList).OrderBy(row => row.Domain).Select((row, at) => Row(row, place, at + 1, document, random));
        return new CareList(place.Code, place.Name, document, [.. rows], []);
    }

    private static ServiceItem Row(ServiceItem row, Place place, int number, SourceDocument document, Random random)
    {
        var content = Reworded(row.ContentReading, random);
        if (random.Next(3) == 0) content = $"在{place.Name}居住的，{content}";
        return row with
        {
            Id = new ItemId(place.Code, number),
            Audience = Reworded(row.Audience, random),
            Content = content,
            ContentReading = content,
            Errata = [],
            Provenance = new Provenance(document, $"{number}", [new SourceLines(number, number)]),
        };
    }

    private static string Reworded(string text, Random random)
    {
        foreach (var (word, others) in Wordings)
        {
            if (random.Next(3) == 0) text = text.Replace(word, others[random.Next(others.Length)], StringComparison.Ordinal);
        }
        return text;
    }
}
