using CareCatalog.Dialogs.Recognition;
using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Deciding;

/// <summary>Which of the rows shown earlier a message goes back to: "刚才旁听那个", "back to the fees".</summary>
internal static class Recall
{
    private const int OfNeed = 3;

    /// <summary>The id of the row it means; null when no row shown so far has anything of it.</summary>
    public static string? Find(Understanding said, Conversation before, CatalogEdition edition)
    {
        var best = before.Earlier
            .Select((id, at) => (Id: id, At: at, Score: ItemId.TryParse(id, out var item) && edition.Find(item) is { } row ? Likeness(said, row) : 0))
            .MaxBy(known => (known.Score, known.At));
        return best.Score > 0 ? best.Id : null;
    }

    // A need hinted at, or two characters in a row that stand in the row as well.
    private static int Likeness(Understanding said, ServiceItem row)
    {
        var score = said.Needs.Needs.Any(need => row.Needs.Contains(need.Id)) ? OfNeed : 0;
        var text = said.Text.Text;
        for (var i = 0; i + 1 < text.Length; i++)
            if (Han.IsHan(text[i]) && Han.IsHan(text[i + 1]) && (row.Service + row.Content).Contains(text.AsSpan(i, 2).ToString(), StringComparison.Ordinal)) score++;
        return score;
    }
}
