using System.Text.Json;
using System.Text.RegularExpressions;
using CareCatalog.Testing;

namespace CareCatalog.Dialogs.Tests.Content;

/// <summary>What holds of every reply, whatever was asked: asked with every question there is a label for.</summary>
public partial class ReplyTests
{
    private static readonly Lazy<IReadOnlyList<(string Asked, Reply Reply)>> Replies = new(() => [.. Questions().Select(asked => (asked.Text, Desk.Ask(asked.Text, asked.City)))]);

    [Fact]
    public void Reply_Departments_AreTheRowsOwnWords() => Holds(reply => reply.Matches.All(match => match.Departments.SequenceEqual(OurSeeds.Item(match.Id).Departments)));

    [Fact]
    public void Reply_Content_IsTheRowsOwnWords() => Holds(reply => reply.Matches.All(match => match.Content == OurSeeds.Item(match.Id).Content));

    [Fact]
    public void Reply_FirstRow_ShowsWhomToContactAndWhereItIsWritten() => Holds(reply => reply.Matches.Count == 0 || reply.PassagesFirst
        || (reply.Matches[0].Departments.All(name => reply.Text.Contains(name, StringComparison.Ordinal)) && reply.Text.Contains(reply.Matches[0].Source, StringComparison.Ordinal)));

    [Fact]
    public void Reply_FurtherRows_NameTheirDepartments() =>
        Holds(reply => reply.Matches.SelectMany(match => match.Departments).All(name => reply.Text.Contains(name, StringComparison.Ordinal)));

    // No number is invented: what is shown is a public line, or stands in the row, the passage or its document.
    [Fact]
    public void Reply_Number_IsAPublicLineOrStandsInItsSource() => Holds(reply =>
    {
        var known = string.Join(' ', [.. OurSeeds.Edition.Hotlines.Select(line => line.Number), "12110", .. Sources(reply)]);
        return LongNumber().Matches(reply.Text).All(number => known.Contains(number.Value, StringComparison.Ordinal));
    });

    [Fact]
    public void Reply_PublicLine_IsListedWhenItIsShown() => Holds(reply => reply.Hotlines.All(number => reply.Text.Contains(number, StringComparison.Ordinal)));

    [Fact]
    public void Reply_Question_IsAtMostOne() => Holds(reply => reply.Parts.Count(part => part.Kind == "question") == (reply.Asks is null ? 0 : 1));

    [Fact]
    public void Reply_Parts_AreTheText() => Holds(reply => string.Join('\n', reply.Parts.Select(part => part.Text)) == reply.Text);

    [Fact]
    public void Reply_Refusal_ShowsNoRow() => Holds(reply => reply.Outcome is not ("no_match" or "out_of_scope" or "smalltalk" or "privacy" or "handoff" or "reset") || (reply.Matches.Count == 0 && reply.Passages.Count == 0));

    [Fact]
    public void Reply_Danger_BeginsWithWhatToDo() => Holds(reply => reply.Outcome != "crisis" || reply.Parts[0].Kind == "banner");

    // Rows of one answer are of one place, or of the nation beside it; only a comparison shows several places.
    [Fact]
    public void Reply_Rows_AreOfTheResidenceOrTheNation() => Holds(reply =>
        reply.Jurisdiction is null || reply.Matches.Select(match => match.Id[..6]).Distinct().Count(code => code != "000000") > 1
        || reply.Matches.All(match => match.Id.StartsWith("000000", StringComparison.Ordinal) || match.Id[..4] == reply.Jurisdiction[..4]));

    private static void Holds(Func<Reply, bool> rule)
    {
        Assert.True(Replies.Value.Count > 1_000);
        Assert.Empty(Replies.Value.Where(pair => !rule(pair.Reply)).Select(pair => $"{pair.Asked}\n{pair.Reply.Text}"));
    }

    private static IEnumerable<string> Sources(Reply reply)
    {
        foreach (var id in reply.Matches.Select(match => match.Id).Concat(reply.More))
        {
            var item = OurSeeds.Item(id);
            yield return string.Join(' ', [item.Audience, item.Service, item.Content, item.ContentReading, .. item.Guidance.Select(guidance => guidance.Text), Document(item.Provenance)]);
        }
        foreach (var passage in OurSeeds.Edition.Lists.SelectMany(list => list.Passages).Where(passage => reply.Passages.Contains(passage.Id.ToString())))
            yield return passage.Text + Document(passage.Provenance);
    }

    private static string Document(Provenance provenance) => $" {provenance.Document.Number} {provenance.Document.Date:yyyy-MM-dd}";

    private static IEnumerable<(string Text, string? City)> Questions()
    {
        foreach (var line in Directory.EnumerateFiles(Repository.At("tests", "questions"), "*.jsonl").SelectMany(File.ReadLines))
        {
            using var label = JsonDocument.Parse(line);
            if (label.RootElement.TryGetProperty("text", out var text))
                yield return (text.GetString()!, label.RootElement.TryGetProperty("city", out var city) ? city.GetString() : null);
        }
    }

    [GeneratedRegex(@"\d{4,}", RegexOptions.NonBacktracking)]
    private static partial Regex LongNumber();
}
