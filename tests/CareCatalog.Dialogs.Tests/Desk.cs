using CareCatalog.Dialogs.Learning;
using CareCatalog.Dialogs.Lexicons;
using CareCatalog.Dialogs.Recognition;
using CareCatalog.Testing;

namespace CareCatalog.Dialogs.Tests;

/// <summary>The real assistant with the real words, and the reader behind it, on the day the examples are told.</summary>
internal static class Desk
{
    private static readonly Lazy<Assistant> Loaded = new(() => Assistant.Load(Repository.At("dialogs"), Repository.At("seeds")));

    private static readonly Lazy<LexiconSet> Words = new(() => LexiconSet.Read(Repository.At("dialogs"), OurSeeds.Characters, []));

    private static readonly Lazy<Reader> Recognisers = new(() => new Reader(Words.Value, OurSeeds.Characters, name => Lessons.Model(Repository.At("dialogs"), name)));

    /// <summary>Sunday, 22 November 2026, noon in China.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.FromHours(8));

    public static Assistant Assistant => Loaded.Value;

    public static LexiconSet Lexicons => Words.Value;

    /// <summary>What is read out of a first message.</summary>
    public static Understanding Read(string text, string? place = null, DateTimeOffset? now = null) =>
        Recognisers.Value.Read(new Question(text, CodeOf(place)), Conversation.New, OurSeeds.Edition, now ?? Now);

    /// <summary>What is read out of a later message.</summary>
    public static Understanding Read(string text, Conversation before) =>
        Recognisers.Value.Read(new Question(text), before, OurSeeds.Edition, Now);

    /// <summary>The reply to a first message.</summary>
    public static Reply Ask(string text, string? place = null) => Take(Conversation.New, text, place).Reply;

    /// <summary>The replies to the messages of a conversation.</summary>
    public static IReadOnlyList<Reply> Talk(params string[] messages)
    {
        var conversation = Conversation.New;
        var replies = new List<Reply>();
        foreach (var message in messages)
        {
            var turn = Take(conversation, message);
            conversation = turn.After;
            replies.Add(turn.Reply);
        }
        return replies;
    }

    /// <summary>One turn.</summary>
    public static Turn Take(Conversation before, string text, string? place = null) =>
        Assistant.Take(before, new Question(text, CodeOf(place)), OurSeeds.Edition, Now);

    private static JurisdictionCode? CodeOf(string? place) => place is null ? null : JurisdictionCode.Parse(place);
}
