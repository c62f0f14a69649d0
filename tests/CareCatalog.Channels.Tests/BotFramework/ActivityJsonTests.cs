using System.Text.Json;
using CareCatalog.Channels.BotFramework;

namespace CareCatalog.Channels.Tests.BotFramework;

public sealed class ActivityJsonTests
{
    private static Activity Read(string json) => JsonSerializer.Deserialize(json, ActivityJson.Rules.Activity)!;

    private static string Write(Activity activity) => JsonSerializer.Serialize(activity, ActivityJson.Rules.Activity);

    [Theory]
    [InlineData("""{"type":"message","text":"我家孩子4岁","channelData":{"a":[1,null,{"b":true}]},"entities":[{"type":"x"}],"importance":"high"}""")]
    [InlineData("""{"type":"message","from":{"id":"u","aadObjectId":"x","properties":{"deep":1}},"conversation":{"id":"c","isGroup":true,"tenantId":"t"}}""")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"a","x":1},{"id":"b"}],"topicName":"z"}""")]
    [InlineData("""{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard"}}],"value":5}""")]
    public void Read_ThenWrite_KeepsEveryField(string json) =>
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(json).RootElement, JsonDocument.Parse(Write(Read(json))).RootElement));

    [Theory]
    [InlineData("""{"type":"a","type":"b"}""")]
    [InlineData("""{"type":"a","x":{"y":1,"y":2}}""")]
    [InlineData("""{"type":"a","from":{"id":"1","id":"2"}}""")]
    [InlineData("""{"type":"a","x":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}""")]
    [InlineData("""{"type":1}""")]
    public void Read_WhatTheRulesForbid_Throws(string json) => Assert.Throws<JsonException>(() => Read(json));

    [Fact]
    public void Write_ChineseAsItIs_MarkupEscaped()
    {
        var json = Write(new Activity { Type = "message", Text = "青岛<script>" });
        Assert.Contains("青岛", json, StringComparison.Ordinal);
        Assert.DoesNotContain("<", json, StringComparison.Ordinal);
    }
}
