using System.Text;
using CareCatalog.Testing;

namespace CareCatalog.Dialogs.Tests.Transcripts;

/// <summary>A conversation as a file shows it: a head, then turn by turn what was written and the whole reply with its buttons.</summary>
/// <param name="Head">The lines before the first message.</param>
/// <param name="Messages">What the person writes, in order.</param>
internal sealed record Transcript(IReadOnlyList<string> Head, IReadOnlyList<string> Messages)
{
    private const string User = "用户: ";
    private const string Assistant = "助手:";
    private const string Residence = "居住地: ";

    /// <summary>The folder that holds the files.</summary>
    public static string Folder => Repository.At("tests", "CareCatalog.Dialogs.Tests", "Transcripts");

    /// <summary>Reads a conversation; the replies in it are left aside.</summary>
    public static Transcript Read(string text)
    {
        var lines = text.Split('\n');
        var head = lines.TakeWhile(line => !line.StartsWith(User, StringComparison.Ordinal)).ToList();
        return new Transcript(head, [.. lines.Where(line => line.StartsWith(User, StringComparison.Ordinal)).Select(line => line[User.Length..])]);
    }

    /// <summary>The file as it reads when the conversation is held now.</summary>
    public string Replay()
    {
        var text = new StringBuilder(string.Concat(Head.Select(line => line + "\n")));
        // Where the page or the console knows the residence, the head says so.
        var place = Head.FirstOrDefault(line => line.StartsWith(Residence, StringComparison.Ordinal))?[Residence.Length..];
        var conversation = Conversation.New;
        foreach (var message in Messages)
        {
            var turn = Desk.Take(conversation, message, place);
            conversation = Conversation.FromJson(turn.After.ToJson());
            if (conversation.Turns > 1) text.Append('\n');
            text.Append($"{User}{message}\n\n{Assistant}\n\n");
            foreach (var line in turn.Reply.Text.Split('\n')) text.Append($"- {line}\n");
            if (turn.Reply.Buttons.Count > 0) text.Append($"\n{string.Join(' ', turn.Reply.Buttons.Select(button => $"[{button}]"))}\n");
        }
        return text.ToString();
    }
}
