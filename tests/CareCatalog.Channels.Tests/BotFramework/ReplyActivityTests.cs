using System.Text.Json;
using System.Text.Json.Nodes;
using CareCatalog.Channels.BotFramework;
using CareCatalog.Dialogs;
using CareCatalog.Testing;

namespace CareCatalog.Channels.Tests.BotFramework;

public sealed class ReplyActivityTests
{
    private static readonly DateTimeOffset Now = new FakeTimeProvider().GetUtcNow();
    private static readonly Assistant Assistant = Assistant.Load(Repository.At("dialogs"), Repository.At("seeds"));
    private static readonly Reply Answer = Ask("我家孩子4岁，刚搬到青岛，想上幼儿园");

    private static Reply Ask(string text) => Assistant.Take(Conversation.New, new Question(text), OurSeeds.Edition, Now).Reply;

    private static IReadOnlyList<Activity> On(string? channel, Reply? reply = null) =>
        ReplyActivity.To(new Activity { ChannelId = channel, Conversation = new ConversationAccount { Id = "c" } }, reply ?? Answer, Now);

    private static JsonObject? CardOf(Activity activity) =>
        activity.Attachments is { } list ? JsonNode.Parse(list[0].GetProperty("content").GetRawText())!.AsObject() : null;

    [Theory]
    [InlineData("msteams", "1.5")]
    [InlineData("webchat", "1.5")]
    [InlineData("emulator", "1.3")]
    [InlineData("directline", null)]
    [InlineData("slack", null)]
    [InlineData("telegram", null)]
    [InlineData("line", null)]
    [InlineData("facebook", null)]
    [InlineData("email", null)]
    [InlineData("somethingnew", null)]
    [InlineData(null, null)]
    public void To_Channel_HasTheCardItShows_AndATextCompleteByItself(string? channel, string? version)
    {
        var replies = On(channel);
        Assert.Equal(version, (string?)CardOf(replies[^1])?["version"]);
        var text = string.Concat(replies.Select(reply => reply.Text)).Replace("\n", "", StringComparison.Ordinal);
        Assert.StartsWith(Answer.Text.Replace("\n", "", StringComparison.Ordinal), text, StringComparison.Ordinal);
    }

    [Fact]
    public void To_CardChannel_NamesDepartmentSourceAndNumber()
    {
        var card = CardOf(On("webchat").Single())!;
        var said = card.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Assert.Contains("市教育局", said, StringComparison.Ordinal);
        Assert.Contains(Answer.Matches[0].Title, said, StringComparison.Ordinal);
        Assert.Contains("tel:12345", said, StringComparison.Ordinal);
        Assert.Equal(Answer.Text, (string)card["fallbackText"]!);
    }

    [Fact]
    public void To_Teams_HasItsButtonsInTheCard_AndOthersUnderTheMessage()
    {
        var teams = On("msteams").Single();
        Assert.Null(teams.SuggestedActions);
        var said = CardOf(teams)!["actions"]!.AsArray().Where(action => (string)action!["type"]! == "Action.Submit").Select(action => (string)action!["data"]!["msteams"]!["value"]!);
        Assert.Equal(Answer.Buttons, said);
        Assert.Equal(Answer.Buttons, On("webchat").Single().SuggestedActions!.Actions.Select(action => action.Value));
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("email")]
    public void To_ChannelWithoutButtons_ListsThemByNumber(string channel) =>
        Assert.EndsWith(
            string.Concat(Answer.Buttons.Select((button, index) => $"\n{index + 1}. {button}")), On(channel)[^1].Text, StringComparison.Ordinal);

    [Fact]
    public void To_ChannelWithShortMessages_IsCutAtSentences()
    {
        var replies = On("facebook", Answer with { Text = string.Concat(Enumerable.Repeat("这是一句话，说的是办事要找哪个部门。", 300)) });
        Assert.All(replies, reply => Assert.InRange(reply.Text!.Length, 1, 2000));
        Assert.All(replies, reply => Assert.EndsWith("。", reply.Text, StringComparison.Ordinal));
        Assert.All(replies.SkipLast(1), reply => Assert.Null(reply.SuggestedActions));
        Assert.NotNull(replies[^1].SuggestedActions);
    }

    [Fact]
    public void To_Line_HasShortTitlesThatSayTheWhole()
    {
        var button = new string('长', 30);
        var action = On("line", Answer with { Buttons = [.. Enumerable.Repeat(button, 20)] })[^1].SuggestedActions!.Actions;
        Assert.Equal(13, action.Count);
        Assert.All(action, said => Assert.Equal((20, button), (said.Title.Length, said.Value)));
    }

    [Fact]
    public void To_TextWithMarkup_IsATextRunThatNoClientReadsAsMarkup()
    {
        var card = CardOf(On("webchat", Answer with { Parts = [new("contact", "[tap](javascript:alert(1)) **x** <img src=x>")] }).Single())!;
        var run = card["body"]![0]!["items"]![0]!["inlines"]![0]!;
        Assert.Equal("TextRun", (string)run["type"]!);
        Assert.DoesNotContain("\"TextBlock\"", card.ToJsonString(), StringComparison.Ordinal);
        Assert.All(card["actions"]!.AsArray(), action => Assert.Matches("^tel:[0-9]{3,8}$", (string)action!["url"]!));
    }

    [Fact]
    public void Choices_UnderAQuestionForAnAge_AreNone_SoThatANumberIsTheAge()
    {
        Assert.Empty(NumberedChoice.Of(Answer with { Asks = "age" }));
        Assert.Equal(Answer.Buttons, NumberedChoice.Of(Answer with { Asks = null }));
    }
}
