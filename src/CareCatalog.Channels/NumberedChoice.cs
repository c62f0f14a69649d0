using System.Globalization;
using System.Text;
using CareCatalog.Dialogs;

namespace CareCatalog.Channels;

/// <summary>Where a channel has no buttons they are listed under the text by number, and a number typed says the button.</summary>
/// <param name="store">Holds what was listed last.</param>
internal sealed class NumberedChoice(IConversationStore store)
{
    private const int Longest = 4;

    /// <summary>What may be chosen by number under a reply. Under a question for an age nothing is: a number typed there is the age.</summary>
    public static IReadOnlyList<string> Of(Reply reply) => reply.Asks == "age" ? [] : reply.Buttons;

    /// <summary>The text with the choices under it.</summary>
    public static string List(string text, IReadOnlyList<string> choices) =>
        choices.Count == 0 ? text : $"{text}\n{string.Join('\n', choices.Select((choice, index) => $"{index + 1}. {choice}"))}";

    /// <summary>The words a message says: those of the choice when it is the number of one, else its own.</summary>
    /// <param name="conversationId">Whose list counts.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="choicesOf">The choices that an entry of the transcript lists.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<string> ReadAsync(
        string conversationId, string text, Func<string, IReadOnlyList<string>> choicesOf, CancellationToken cancellation)
    {
        if (NumberIn(text) is not { } number || await store.FindAsync(conversationId, cancellation) is not { LastPosition: > 0 } found) return text;
        var last = await store.ReadAsync(conversationId, found.LastPosition - 1, 1, cancellation);
        var choices = last.Count == 0 ? [] : choicesOf(last[0].Payload);
        return number >= 1 && number <= choices.Count ? choices[number - 1] : text;
    }

    // Full-width digits, and the point that was copied with the number, are as good.
    private static int? NumberIn(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length is 0 or > Longest) return null;
        var digits = string.Concat(trimmed.EnumerateRunes().Select(rune => Rune.GetNumericValue(rune) is >= 0 and < 10 and var value && Rune.IsDigit(rune) ? $"{value}" : rune.ToString())).TrimEnd('.', '\u3001', '\u3002', ')');
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
