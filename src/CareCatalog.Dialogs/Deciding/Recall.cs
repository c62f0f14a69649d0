using CareCatalog.Dialogs.Recognition;
using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Deciding;

/// <summary>Which of the rows shown earlier a message goes back to: "刚才旁听那个", "back to the fees".</summary>
internal static class Recall
{
    private const int OfNeed = 3;
    private const int TakenUp = 2;

    /// <summary>The id of the row it means; null when no row shown so far has anything of it.</summary>
    public static string? Find(Understanding said, Conversation before, CatalogEdition edition)
    {
        var best = before.Earlier
            .Select((id, at) => (Id: id, At: at, Score: ItemId.TryParse(id, out var item) && edition.Find(item) is { } row ? Likeness(said, row) : 0))
            .MaxBy(known => (known.Score, known.At));
        return best.Score > 0 ? best.Id : null;
    }

    /// <summary>The one of several rows shown whose words a question takes up ("是不是得凭居住证"); null when it is the first or none.</summary>
    public static string? Among(IReadOnlyList<string> shown, Understanding said, CatalogEdition edition)
    {
        if (shown.Count < 2) return null;
        var scores = shown.Select(id => ItemId.TryParse(id, out var item) && edition.Find(item) is { } row ? Words(said, row) : 0).ToList();
        return scores.Max() is var best && best >= TakenUp && scores[0] == 0 ? shown[scores.IndexOf(best)] : null;
    }

    // A need hinted at, or two characters in a row that stand in the row as well.
    private static int Likeness(Understanding said, ServiceItem row) =>
        (said.Needs.Needs.Any(need => row.Needs.Contains(need.Id)) ? OfNeed : 0) + Words(said, row);

    private static int Words(Understanding said, ServiceItem row)
    {
        var score = 0;
        var text = said.Text.Text;
        for (var i = 0; i + 1 < text.Length; i++)
            if (Han.IsHan(text[i]) && Han.IsHan(text[i + 1]) && (row.Service + row.Content).Contains(text.AsSpan(i, 2).ToString(), StringComparison.Ordinal)) score++;
        return score;
    }
}
