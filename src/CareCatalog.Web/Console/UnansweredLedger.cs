using System.Text.RegularExpressions;
using CareCatalog.Channels;
using CareCatalog.Dialogs;

namespace CareCatalog.Web.Console;

/// <summary>
/// What the assistant could not answer today, so that maintainers learn. In memory only; the day's end in China empties it.
/// Long numbers are struck out, and what is long is cut, before anything is kept.
/// </summary>
internal sealed partial class UnansweredLedger(TimeProvider clock)
{
    private const int LongestText = 60;
    private const int MostTexts = 500;

    private static readonly TimeSpan China = TimeSpan.FromHours(8);
    private static readonly string[] Kept = ["no_match", "out_of_scope", "clarify_need"];

    private readonly Lock gate = new();
    private readonly Dictionary<(string Text, string Outcome), int> counts = [];
    private DateOnly day;

    /// <summary>Hears of every turn taken.</summary>
    public void Listen(Reception reception) => reception.Answered += Note;

    /// <summary>Today's, the most frequent first.</summary>
    public IReadOnlyList<UnansweredView> Today()
    {
        lock (gate)
        {
            Turn();
            return [.. counts.Select(entry => new UnansweredView(entry.Key.Text, entry.Key.Outcome, entry.Value)).OrderByDescending(entry => entry.Count).ThenBy(entry => entry.Text, StringComparer.Ordinal)];
        }
    }

    /// <summary>A text as it may be kept.</summary>
    public static string Mask(string text)
    {
        var plain = Blanks().Replace(Numbers().Replace(text.Normalize(System.Text.NormalizationForm.FormKC), "#"), " ").Trim();
        return plain.Length <= LongestText ? plain : plain[..LongestText] + "…";
    }

    private void Note(Question question, Reply reply)
    {
        if (!Kept.Contains(reply.Outcome)) return;
        var key = (Mask(question.Text), reply.Outcome);
        lock (gate)
        {
            Turn();
            if (counts.TryGetValue(key, out var count)) counts[key] = count + 1;
            else if (counts.Count < MostTexts) counts[key] = 1;
        }
    }

    private void Turn()
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(China).DateTime);
        if (today == day) return;
        day = today;
        counts.Clear();
    }

    [GeneratedRegex(@"[\w.+-]+@[\w.-]+|\+?\d[\d\s\-]{4,}[\dXx]?|[〇零一二三四五六七八九幺两]{7,}", RegexOptions.None, 100)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\s+", RegexOptions.None, 100)]
    private static partial Regex Blanks();
}
