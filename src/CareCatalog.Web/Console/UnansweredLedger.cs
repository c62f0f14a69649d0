using CareCatalog.Channels;
using CareCatalog.Dialogs;

namespace CareCatalog.Web.Console;

/// <summary>
/// What the assistant could not answer today, so that maintainers learn. In memory only; the day's end in China empties it.
/// Texts come masked from the reception, and what is long is cut before anything is kept.
/// </summary>
internal sealed class UnansweredLedger(TimeProvider clock)
{
    private const int LongestText = 60;
    private const int MostTexts = 500;

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

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

    /// <summary>A text, already masked by the reception, on one line and cut to the length kept; never inside a character.</summary>
    private static string Shorten(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= LongestText) return line;
        var end = char.IsHighSurrogate(line[LongestText - 1]) ? LongestText - 1 : LongestText;
        return line[..end] + "…";
    }

    private void Note(Question question, Reply reply)
    {
        if (!reply.IsUnanswered) return;
        var key = (Shorten(question.Text), reply.Outcome);
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
}
