namespace CareCatalog.Publishing;

/// <summary>The rows that differ between two editions. A row keeps its identity by what it says, not by its number alone.</summary>
/// <param name="Before">The version of the older edition.</param>
/// <param name="After">The version of the newer one.</param>
/// <param name="Changes">The rows that differ, in the order of their ids.</param>
public sealed record EditionDifference(string Before, string After, IReadOnlyList<RowChange> Changes)
{
    // Two contents that share half of their letter pairs are one row reworded.
    private const double Alike = 0.5;

    /// <summary>Compares two editions.</summary>
    public static EditionDifference Between(CatalogEdition before, CatalogEdition after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var places = before.Lists.Concat(after.Lists).Select(list => list.Code).Distinct();
        var changes = places.SelectMany(code => Compare(before.ListOf(code)?.Items ?? [], after.ListOf(code)?.Items ?? []));
        return new EditionDifference(before.Version, after.Version, [.. changes.OrderBy(change => change.Id)]);
    }

    private static List<RowChange> Compare(IReadOnlyList<ServiceItem> before, IReadOnlyList<ServiceItem> after)
    {
        var left = before.ToList();
        var right = after.ToList();
        var pairs = new List<(ServiceItem Before, ServiceItem After)>();
        // The same words first, then the same number with like words, then the likest of what is left.
        Pair(left, right, pairs, (old, now) => old.Id == now.Id && Words(old) == Words(now) ? 2 : Words(old) == Words(now) ? 1 : 0);
        Pair(left, right, pairs, (old, now) => old.Id == now.Id && (Likeness(old, now) >= Alike || old.Service == now.Service) ? 1 : 0);
        Pair(left, right, pairs, (old, now) => Likeness(old, now) is >= Alike and var likeness ? likeness : 0);
        return
        [
            .. pairs.Select(pair => Change(pair.Before, pair.After)).OfType<RowChange>(),
            .. left.Select(row => new RowChange(RowChangeKind.Removed, row, null, [])),
            .. right.Select(row => new RowChange(RowChangeKind.Added, null, row, [])),
        ];
    }

    private static void Pair(
        List<ServiceItem> left, List<ServiceItem> right, List<(ServiceItem, ServiceItem)> pairs, Func<ServiceItem, ServiceItem, double> likeness)
    {
        var best = left.SelectMany(old => right.Select(now => (Old: old, Now: now, Likeness: likeness(old, now)))).Where(pair => pair.Likeness > 0)
            .OrderByDescending(pair => pair.Likeness).ThenBy(pair => Math.Abs(pair.Old.Id.Number - pair.Now.Id.Number)).ToList();
        foreach (var (old, now, _) in best)
        {
            if (!left.Contains(old) || !right.Contains(now)) continue;
            left.Remove(old);
            right.Remove(now);
            pairs.Add((old, now));
        }
    }

    private static RowChange? Change(ServiceItem before, ServiceItem after)
    {
        var fields = Fields(before).Zip(Fields(after)).Where(pair => pair.First.Text != pair.Second.Text)
            .Select(pair => new FieldChange(pair.First.Field, pair.First.Text, pair.Second.Text)).ToList();
        if (before.Id != after.Id) return new RowChange(RowChangeKind.Renumbered, before, after, fields);
        return fields.Count > 0 ? new RowChange(RowChangeKind.Changed, before, after, fields) : null;
    }

    private static IEnumerable<(string Field, string Text)> Fields(ServiceItem item)
    {
        yield return ("domain", item.Domain.ToString());
        yield return ("audience", item.Audience);
        yield return ("service", item.Service);
        yield return ("content", item.ContentReading);
        yield return ("departments", string.Join('、', item.Departments));
        yield return ("needs", string.Join(' ', item.Needs));
        yield return ("eligibility", Words(item.Eligibility));
        yield return ("errata", string.Join("; ", item.Errata.Select(erratum => $"{erratum.Id} {erratum.Field} {erratum.Printed} > {erratum.Reading}")));
    }

    private static string Words(Eligibility eligibility) => string.Join(' ',
        new[] { eligibility.Ages is { } ages ? $"{(eligibility.AgesForPartOnly ? "~" : "")}{ages.FromMonths}-{ages.ToMonths}" : "" }
            .Concat(eligibility.Stages.Select(stage => stage.ToString()))
            .Concat(eligibility.Circumstances.Select(id => (eligibility.CircumstancesForPartOnly ? "~" : "") + id))
            .Concat(eligibility.Counties.Select(county => county.Value)).Where(word => word.Length > 0));

    private static string Words(ServiceItem item) => $"{item.Audience}\n{item.Service}\n{item.Content}\n{string.Join('\n', item.Departments)}";

    private static double Likeness(ServiceItem left, ServiceItem right)
    {
        var (a, b) = (PairsOf(left), PairsOf(right));
        return a.Count + b.Count == 0 ? 0 : 2.0 * a.Count(b.Contains) / (a.Count + b.Count);
    }

    private static HashSet<string> PairsOf(ServiceItem item)
    {
        var text = item.Service + item.Content;
        return [.. Enumerable.Range(0, Math.Max(0, text.Length - 1)).Select(at => text.Substring(at, 2))];
    }
}
