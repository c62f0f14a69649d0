using System.Diagnostics;
using System.Text.RegularExpressions;
using CareCatalog.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace CareCatalog.Dialogs.Tests;

/// <summary>Whatever is written, a turn is taken: nothing throws, nothing private comes back, the same in gives the same out.</summary>
public partial class AnyTextTests
{
    private static readonly string[] Outcomes =
    [
        "answered", "definition", "clarify_place", "clarify_age", "clarify_need", "no_match", "out_of_scope", "crisis", "smalltalk", "reset", "privacy",
        "handoff", "unavailable",
    ];

    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(400);
    private static readonly Config Some = Config.QuickThrowOnFailure.WithMaxTest(120);

    [Fact]
    public void Take_AnyText_GivesSoundReply() => Check.One(Many, Prop.ForAll(Texts.Any(), text => IsSound(Desk.Ask(text))));

    [Fact]
    public void Take_AnyTurns_GiveSoundReplies() => Check.One(Some, Prop.ForAll(Talks(), talk => Desk.Talk(talk).All(IsSound)));

    [Fact]
    public void Take_AnyTurns_ConversationSurvivesJson() => Check.One(Some, Prop.ForAll(Talks(), talk =>
    {
        var (direct, stored) = (Conversation.New, Conversation.New);
        foreach (var text in talk)
        {
            direct = Desk.Take(direct, text).After;
            stored = Conversation.FromJson(Desk.Take(stored, text).After.ToJson());
            if (direct.ToJson() != stored.ToJson()) return false;
        }
        return true;
    }));

    [Fact]
    public void Take_SameTwice_GivesTheSame() => Check.One(Some, Prop.ForAll(Talks(), talk =>
    {
        var before = Conversation.New;
        foreach (var text in talk)
        {
            var kept = before.ToJson();
            var (first, second) = (Desk.Take(before, text), Desk.Take(before, text));
            if (!Same(first, second) || before.ToJson() != kept) return false;
            before = first.After;
        }
        return true;
    }));

    [Fact]
    public void Take_NumbersOfPersons_NeverComeBack() => Check.One(Some, Prop.ForAll(
        Arb.From(from before in Texts.Sense() from number in PersonalNumbers() from after in Texts.Sense() select (before, number, after)), said =>
        {
            var turn = Desk.Take(Conversation.New, said.before + said.number + said.after);
            return !Written(turn.Reply).Contains(said.number, StringComparison.Ordinal) && !turn.After.ToJson().Contains(said.number, StringComparison.Ordinal)
                && !LongNumber().IsMatch(turn.Reply.Text);
        }));

    [Fact]
    public void Explain_AnyText_GivesLines() =>
        Check.One(Some, Prop.ForAll(Texts.Any(), text => Desk.Assistant.Explain(new Question(text), OurSeeds.Edition, Desk.Now).ToList().Count > 0));

    private static readonly Dictionary<string, Func<string>> Long = new()
    {
        ["one word without a blank"] = () => new string('a', 100_000),
        ["syllables that split in many ways"] = () => Repeated("xian") + "v",
        ["one Han character"] = () => Repeated("学"),
        ["danger again and again"] = () => Repeated("打孩子"),
        ["needs again and again"] = () => Repeated("孩子打疫苗上小学低保，"),
        ["ages again and again"] = () => Repeated("4岁 18个月 2021年3月生 "),
        ["places again and again"] = () => Repeated("从长春朝阳搬到青岛李沧"),
        ["English again and again"] = () => Repeated("my son is four and needs a vaccine in Qingdao "),
        ["negation again and again"] = () => Repeated("不是没有"),
        ["digits"] = () => Repeated("9"),
        ["blanks"] = () => Repeated(" "),
        ["controls"] = () => Repeated("\0"),
        ["lone surrogates"] = () => new string('\ud83d', 100_000),
        ["right to left"] = () => Repeated("\u202eילד \u0637\u0641\u0644 "),
        ["families of emoji"] = () => Repeated("👨‍👩‍👧‍👦"),
        ["accents piled up"] = () => "e" + Repeated("\u0301"),
    };

    public static TheoryData<string> LongTexts => [.. Long.Keys];

    [Theory]
    [MemberData(nameof(LongTexts))]
    public void Take_HundredThousandCharacters_IsAnsweredSoon(string kind)
    {
        var text = Long[kind]();
        _ = Desk.Ask("");
        var start = Stopwatch.GetTimestamp();
        Assert.True(IsSound(Desk.Ask(text)));
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    // Within what is read at all, no message may keep a processor busy.
    [Theory]
    [MemberData(nameof(LongTexts))]
    public void Read_FourThousandCharacters_TakesNoTime(string kind)
    {
        var text = Long[kind]()[..4_000];
        _ = Desk.Read("");
        var start = Stopwatch.GetTimestamp();
        _ = Desk.Read(text);
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    private static string Repeated(string text) => string.Concat(Enumerable.Repeat(text, (100_000 / text.Length) + 1))[..100_000];

    private static bool IsSound(Reply reply) =>
        Outcomes.Contains(reply.Outcome) && reply.Language is "zh" or "en" && reply.Text.Length > 0 && reply.Matches.Count <= 5
        && reply.Matches.All(match => match.Departments.Count > 0 && match.Source.Length > 0 && match.Why.Count > 0)
        && !Placeholder().IsMatch(reply.Text) && reply.Buttons.All(button => button.Length > 0);

    private static bool Same(Turn one, Turn other) => one.After.ToJson() == other.After.ToJson() && Written(one.Reply) == Written(other.Reply);

    private static string Written(Reply reply) => System.Text.Json.JsonSerializer.Serialize(reply);

    private static Arbitrary<string[]> Talks() => Arb.From(
        from size in Gen.Choose(1, 6)
        from texts in Gen.ArrayOf(Gen.Frequency((3, Texts.Sense()), (1, Texts.Any().Generator)), size)
        select texts);

    private static Gen<string> PersonalNumbers()
    {
        var digits = Gen.ArrayOf(Gen.Choose(0, 9), 17);
        return from mobile in Gen.Elements(true, false)
               from second in Gen.Choose(3, 9)
               from rest in digits
               from last in Gen.Elements("0", "7", "X")
               select mobile ? $"1{second}{string.Concat(rest.Take(9))}" : $"37{string.Concat(rest.Take(4))}19{string.Concat(rest.Skip(4).Take(9))}{last}";
    }

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(?<!\d)(1[3-9]\d{9}|\d{17}[\dXx])(?!\d)")]
    private static partial Regex LongNumber();
}
