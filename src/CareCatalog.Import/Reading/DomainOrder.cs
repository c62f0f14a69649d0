namespace CareCatalog.Import.Reading;

/// <summary>
/// Finds the domains of all rows at once. Every list published so far goes through the fields in one order, so that of all ways to
/// lay the labels in this order over the rows the one is taken that fits best with what is printed and with other lists.
/// </summary>
internal static class DomainOrder
{
    private const double Printed = 1.2;
    private const double Filled = 0.2;
    private const double Voted = 1.0;

    /// <summary>The label of each row and how well it is founded, 0 to 1; null when the labels printed do not keep the order.</summary>
    public static List<(string Label, double Share)>? Find(IReadOnlyList<(string Own, string Filled, IReadOnlyList<Neighbour> Near)> rows, IReadOnlyList<string> order, Func<ServiceItem, string> labelOf)
    {
        var own = rows.Select(row => order.ToList().IndexOf(row.Own)).Where(at => at >= 0).ToList();
        if (own.Zip(own.Skip(1)).Any(pair => pair.First > pair.Second)) return null;
        var scores = rows.Select(row => order.Select(label => Score(row, label, labelOf)).ToArray()).ToList();
        var (best, from) = (new double[rows.Count, order.Count], new int[rows.Count, order.Count]);
        for (var row = 0; row < rows.Count; row++)
        {
            for (var label = 0; label < order.Count; label++)
            {
                var before = row == 0 ? 0 : Enumerable.Range(0, label + 1).MaxBy(other => best[row - 1, other]);
                (best[row, label], from[row, label]) = (scores[row][label] + (row == 0 ? 0 : best[row - 1, before]), before);
            }
        }
        var chosen = new int[rows.Count];
        chosen[^1] = Enumerable.Range(0, order.Count).MaxBy(label => best[rows.Count - 1, label]);
        for (var row = rows.Count - 1; row > 0; row--) chosen[row - 1] = from[row, chosen[row]];
        return [.. chosen.Select((label, row) => (order[label], scores[row].Sum() is > 0 and var sum ? scores[row][label] / sum : 0.3))];
    }

    private static double Score((string Own, string Filled, IReadOnlyList<Neighbour> Near) row, string label, Func<ServiceItem, string> labelOf)
    {
        var votes = row.Near.Where(other => other.Likeness >= 0.2).ToList();
        var vote = votes.Where(other => labelOf(other.Row) == label).Sum(other => other.Likeness * other.Likeness);
        if (vote > 0) vote = vote / votes.Sum(other => other.Likeness * other.Likeness) * Math.Min(1, votes.Max(other => other.Likeness) * 2);
        return (row.Own == label ? Printed : 0) + (row.Filled == label ? Filled : 0) + (Voted * vote);
    }
}
