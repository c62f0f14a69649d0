using CareCatalog.Cli.Evaluation;
using CareCatalog.Dialogs;

namespace CareCatalog.Cli;

/// <summary>A question that two editions answer differently.</summary>
/// <param name="Id">The question's id.</param>
/// <param name="Question">The question.</param>
/// <param name="Before">Outcome with rows and passages where these differ, and the lines of the text that only the old answer has.</param>
/// <param name="After">The same of the new answer.</param>
internal sealed record ChangedAnswer(string Id, string Question, IReadOnlyList<string> Before, IReadOnlyList<string> After)
{
    /// <summary>Asks both editions every labelled question of a file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A line is no labelled question, or the words cannot be read.</exception>
    public static List<ChangedAnswer> Between(CatalogEdition old, CatalogEdition young, FileInfo file, string folder, DateTimeOffset at, bool isProgressWanted)
    {
        using var progress = new ProgressLine("questions", isProgressWanted);
        var assistant = Assistant.Load(Path.Combine(folder, "dialogs"), Path.Combine(folder, "seeds"));
        var labels = Label.ReadAll(file).Where(label => label.Text is not null).ToList();
        var changed = new List<ChangedAnswer>();
        for (var asked = 0; asked < labels.Count; asked++)
        {
            var question = new Question(labels[asked].Text!, JurisdictionCode.TryParse(labels[asked].City, out var city) ? city : null);
            var (was, now) = (Lines(assistant, question, old, at), Lines(assistant, question, young, at));
            if (!was.SequenceEqual(now)) changed.Add(new ChangedAnswer(labels[asked].Id, question.Text, [.. was.Except(now)], [.. now.Except(was)]));
            progress.Report((asked + 1, labels.Count));
        }
        return changed;
    }

    private static List<string> Lines(Assistant assistant, Question question, CatalogEdition edition, DateTimeOffset at)
    {
        var reply = assistant.Take(Conversation.New, question, edition, at).Reply;
        var rows = string.Join(' ', reply.Matches.Select(match => match.Id).Concat(reply.Passages).Prepend(reply.Outcome));
        return [rows, .. reply.Text.Split('\n')];
    }
}
