using System.Text.Json;
using CareCatalog.Dialogs.Answers;
using CareCatalog.Dialogs.Recognition;

namespace CareCatalog.Dialogs;

/// <summary>What a conversation knows so far. A value; serialisable as JSON; holds no text a person wrote.</summary>
public sealed record Conversation
{
    private const int MostEarlier = 36;

    // What a name alone weighs.
    private const double OfRow = 10;

    /// <summary>A conversation in which nothing has been said.</summary>
    public static readonly Conversation New = new();

    /// <summary>How many turns have been taken.</summary>
    public long Turns { get; init; }

    /// <summary>The language of the last turn; null before the first.</summary>
    public Language? Language { get; init; }

    /// <summary>What is known of the family.</summary>
    public Profile Profile { get; init; } = Profile.Unknown;

    /// <summary>The needs the talk was last about.</summary>
    public IReadOnlyList<TopicNeed> Topic { get; init; } = [];

    /// <summary>Ids of the rows shown last, in order.</summary>
    public IReadOnlyList<string> Shown { get; init; } = [];

    /// <summary>Ids of the passages shown last, in order.</summary>
    public IReadOnlyList<string> ShownPassages { get; init; } = [];

    /// <summary>Ids of the rows last shown as a list, in order: what "the second one" counts in.</summary>
    public IReadOnlyList<string> Listed { get; init; } = [];

    /// <summary>Ids of rows found last but not shown yet.</summary>
    public IReadOnlyList<string> Unshown { get; init; } = [];

    /// <summary>Ids of the rows shown so far, the earliest first, each once; the last few dozen.</summary>
    public IReadOnlyList<string> Earlier { get; init; } = [];

    /// <summary>What was asked last: place, age or need; null when nothing was.</summary>
    public string? Asked { get; init; }

    /// <summary>The places an ambiguous name could mean, as they were offered.</summary>
    public IReadOnlyList<JurisdictionCode> Choices { get; init; } = [];

    /// <summary>Whether the last answer was about a danger.</summary>
    public bool InDanger { get; init; }

    /// <summary>This conversation as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ConversationJson.Default.Conversation);

    /// <summary>A conversation from its JSON.</summary>
    /// <exception cref="JsonException">The text is not a conversation.</exception>
    public static Conversation FromJson(string json) =>
        JsonSerializer.Deserialize(json, ConversationJson.Default.Conversation) ?? throw new JsonException("null is not a conversation.");

    /// <summary>This conversation after a turn.</summary>
    internal Conversation After(Understanding said, Profile profile, Answer answer)
    {
        if (answer is Reset or PrivacyNotice { Key: "privacy-deleted" }) return new Conversation { Turns = Turns + 1, Language = said.Language };
        var found = answer switch
        {
            Found rows => rows,
            Defined defined => defined.Found,
            NeedsDetail asks => asks.Meanwhile,
            Danger danger => danger.Also,
            _ => null,
        };
        var asked = answer is Compared ? Ask.Need : (answer as NeedsDetail)?.Ask ?? found?.Ask;
        return (found is null ? this : Showing(found)) with
        {
            Turns = Turns + 1,
            Language = said.Language,
            Profile = profile,
            Topic = !said.Needs.IsNamed && (found is null || IsShownAgain(found)) ? Topic : TopicOf(found, TopicAfter(said)),
            Asked = asked?.What,
            Choices = asked is null ? [] : [.. asked.Places.Select(place => place.Code)],
            InDanger = answer is Danger,
        };
    }

    // One row of a list shown again leaves the list and what is still to come as they were.
    private Conversation Showing(Found found)
    {
        string[] rows = [.. found.Rows.Select(match => match.Item.Id.ToString())];
        var again = found.More.Count == 0 && rows is [var one] && Listed.Contains(one);
        return this with
        {
            Shown = rows,
            ShownPassages = [.. found.Passages.Select(passage => passage.Id.ToString())],
            Listed = again ? Listed : rows,
            Unshown = again || (rows.Length > 0 && rows.All(Unshown.Contains)) ? [.. Unshown.Except(rows)] : [.. found.More.Select(id => id.ToString())],
            Earlier = [.. Earlier.Except(rows).Concat(rows).TakeLast(MostEarlier)],
        };
    }

    private bool IsShownAgain(Found found) => found.Rows.Count > 0 && found.Rows.All(match => Shown.Contains(match.Item.Id.ToString()));

    // A topic that another child has outgrown gives way to what that child's own row is about.
    private static IReadOnlyList<TopicNeed> TopicOf(Found? found, IReadOnlyList<TopicNeed> topic) => found is { IsOfStage: true }
        ? [.. found.Rows[0].Item.Needs.Select(need => new TopicNeed(need, OfRow, true))] : topic;

    // An overview has no topic; a circumstance told beside mere hints leaves the topic as it was.
    private IReadOnlyList<TopicNeed> TopicAfter(Understanding said)
    {
        if (said.Has("overview") && !said.Needs.IsAsked) return [];
        var needs = said.NeedsAfter(this);
        var stated = said.Circumstances.Any(circumstance => !circumstance.IsDenied);
        return needs.Count > 0 && (needs.Any(need => need.IsNamed) || Topic.Count == 0 || !stated) ? [.. needs.Select(need => new TopicNeed(need.Id, need.Weight, need.IsNamed))] : Topic;
    }
}
