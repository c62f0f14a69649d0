using CareCatalog.Dialogs;

namespace CareCatalog.Cli.Evaluation;

/// <summary>Judges replies against labels: the measures answers are held to.</summary>
internal sealed class Judge(CatalogEdition edition)
{
    private const int Top = 5;
    private const int TopPassages = 3;

    /// <summary>Judges the reply to a single question.</summary>
    /// <param name="label">What is expected.</param>
    /// <param name="reply">What was answered.</param>
    /// <param name="held">The circumstances stated or implied.</param>
    public Verdict Single(Label label, Reply reply, IReadOnlyCollection<string> held)
    {
        var shown = Shown(reply);
        var measures = new Dictionary<string, double>();
        var faults = new List<string>();
        void Count(string measure, bool met, string fault)
        {
            measures[measure] = met ? 1 : 0;
            if (!met) faults.Add(fault);
        }

        switch (label.Outcome)
        {
            case "answered":
                Answered(label, reply, shown, measures, faults, held);
                break;
            case "no_match" or "out_of_scope":
                Count("silence", reply.Matches.Count + reply.Passages.Count == 0 && reply.Outcome is "no_match" or "out_of_scope", "not silent");
                break;
            case "crisis":
                Count("danger-recall", reply.Outcome == "crisis" && (label.Hotlines.Count == 0 || label.Hotlines.Any(reply.Hotlines.Contains)), "danger missed");
                break;
            case "clarify_place":
                Count("ambiguity", reply.Outcome == "clarify_place" || reply is { Asks: "place", Buttons.Count: >= 2 }, "place not asked");
                break;
            case "definition":
                Count("definition", shown.Take(TopPassages).Any(label.Expected.Contains), "not defined");
                break;
            case "":
                break;
            default:
                Count("outcome", reply.Outcome == label.Outcome, $"outcome {reply.Outcome}");
                break;
        }
        if (label.Outcome != "crisis") Count("no-false-alarm", reply.Outcome != "crisis", "false alarm");
        return new Verdict(label, measures, shown, reply.Outcome, faults);
    }

    /// <summary>Judges the reply to a turn of a conversation.</summary>
    public static Verdict Turn(Label label, Reply reply, CatalogEdition edition)
    {
        var shown = Shown(reply);
        var faults = new List<string>();
        if (!Same(reply.Outcome, label.Outcome) && !label.OutcomeAlt.Contains(reply.Outcome)) faults.Add($"outcome {reply.Outcome}");
        if (label.Expected.Count > 0 && reply.Outcome is "answered" or "definition" && !RowsMeet(label, reply, shown, edition)) faults.Add("rows");
        if (label.MustContainAny.Count > 0 && !label.MustContainAny.Any(reply.Text.Contains)) faults.Add("words missing");
        if (label.AlsoContainAny.Count > 0 && !label.AlsoContainAny.Any(word => reply.Text.Contains(word, StringComparison.Ordinal) || shown.Contains(word))) faults.Add("further words missing");
        if (label.MustNotContain.FirstOrDefault(word => reply.Text.Contains(word, StringComparison.Ordinal) || shown.Any(id => id.StartsWith(word, StringComparison.Ordinal))) is { } forbidden)
            faults.Add($"contains {forbidden}");
        return new Verdict(label, new Dictionary<string, double> { ["turn-success"] = faults.Count == 0 ? 1 : 0 }, shown, reply.Outcome, faults);
    }

    private static bool RowsMeet(Label label, Reply reply, List<string> shown, CatalogEdition edition)
    {
        if (label.Followup is not null && label.Expected.Any(id => ItemId.TryParse(id, out var item) && edition.Find(item) is { } row
            && (reply.Text.Contains(row.Service, StringComparison.Ordinal)) || shown.Contains(id))) return true;
        return shown.Count > 0 && label.Expected.Contains(shown[0]) && label.Expected.Intersect(shown.Take(TopPassages)).Count() == Math.Min(TopPassages, label.Expected.Count);
    }

    // A meaning given is an answer, and the other way round.
    private static bool Same(string given, string wanted) => given == wanted || (given, wanted) is ("definition", "answered") or ("answered", "definition");

    private void Answered(
        Label label, Reply reply, List<string> shown, Dictionary<string, double> measures, List<string> faults, IReadOnlyCollection<string> held)
    {
        var first = shown.Count > 0 && label.Expected.Contains(shown[0]);
        var within = shown.Take(Top).ToHashSet();
        var recall = label.Expected.Count == 0 ? 1 : (double)label.Expected.Count(within.Contains) / label.Expected.Count;
        var named = label.Departments.All(name => reply.Text.Contains(name, StringComparison.Ordinal));
        measures["first-right"] = first ? 1 : 0;
        measures["recall@5"] = recall;
        measures["success"] = first && recall == 1 && named ? 1 : 0;
        if (shown.Count > 0) measures["stray"] = (double)shown.Count(id => !label.Expected.Contains(id) && !label.Acceptable.Contains(id)) / shown.Count;
        measures["restricted-stray"] = shown.Count > 0 && IsStrayRestricted(shown[0], label, held) ? 1 : 0;
        if (!first) faults.Add("first wrong");
        if (recall < 1) faults.Add("missing " + string.Join(' ', label.Expected.Where(id => !within.Contains(id))));
        if (!named) faults.Add("department missing");
        if (measures["restricted-stray"] > 0) faults.Add("restricted first");
    }

    private bool IsStrayRestricted(string id, Label label, IReadOnlyCollection<string> held) =>
        !label.Expected.Contains(id) && !label.Acceptable.Contains(id) && ItemId.TryParse(id, out var item) && edition.Find(item) is { } row
        && row.Eligibility is { Circumstances.Count: > 0, CircumstancesForPartOnly: false } eligibility && !eligibility.Circumstances.Any(held.Contains);

    private static List<string> Shown(Reply reply) =>
        reply.Matches.Count == 0 || reply.Passages.Count > 0 && reply.PassagesFirst
            ? [.. reply.Passages, .. reply.Matches.Select(match => match.Id)]
            : [.. reply.Matches.Select(match => match.Id), .. reply.Passages];
}
