using System.Text.Json;

namespace CareCatalog.Dialogs.Tests;

/// <summary>What is kept between turns, and that it can be kept.</summary>
public class ConversationTests
{
    [Fact]
    public void ToJson_ResidenceKnown_WritesItsSixDigits() =>
        Assert.Contains("\"Residence\":\"370200\"", Desk.Take(Conversation.New, "孩子4岁，刚搬到青岛").After.ToJson(), StringComparison.Ordinal);

    [Fact]
    public void FromJson_WrittenConversation_IsTheSame()
    {
        var conversation = Desk.Take(Desk.Take(Conversation.New, "老大四年级，老二4岁，是孤儿，从菏泽来").After, "在朝阳").After;
        var read = Conversation.FromJson(conversation.ToJson());
        Assert.Equal(conversation.ToJson(), read.ToJson());
        Assert.Equal(conversation.Profile.Children.Count, read.Profile.Children.Count);
        Assert.Equal(conversation.Choices, read.Choices);
        Assert.Equal(conversation.Profile.Home, read.Profile.Home);
    }

    [Fact]
    public void FromJson_NewConversation_IsTheSame() => Assert.Equal(Conversation.New.ToJson(), Conversation.FromJson(Conversation.New.ToJson()).ToJson());

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{\"Turns\":\"x\"}")]
    [InlineData("{\"Profile\":{\"Residence\":\"Qingdao\"}}")]
    [InlineData("{\"Profile\":{\"Residence\":370200}}")]
    public void FromJson_NoConversation_Throws(string json) => Assert.ThrowsAny<JsonException>(() => Conversation.FromJson(json));

    [Fact]
    public void ToJson_Conversation_HoldsNoWordOfTheMessage()
    {
        var after = Desk.Take(Conversation.New, "我叫王小明，孩子4岁，住青岛李沧区金水路88号，要打疫苗").After.ToJson();
        Assert.DoesNotContain("王小明", after, StringComparison.Ordinal);
        Assert.DoesNotContain("金水路", after, StringComparison.Ordinal);
    }

    [Fact]
    public void Take_Turn_CountsItAndLeavesTheOldConversationAlone()
    {
        var before = Desk.Take(Conversation.New, "孩子4岁").After;
        var after = Desk.Take(before, "在长春").After;
        Assert.Equal((1, 2), (before.Turns, after.Turns));
        Assert.Null(before.Profile.Residence);
        Assert.Equal("220100", after.Profile.Residence?.Value);
    }
}
