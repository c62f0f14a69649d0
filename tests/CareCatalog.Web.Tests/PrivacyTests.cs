using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CareCatalog.Testing;

namespace CareCatalog.Web.Tests;

/// <summary>What is said about personal data, and what is left of it.</summary>
[Collection(OnOneHost.Name)]
public sealed partial class PrivacyTests(RunningHost host)
{
    private static string Phrase(string language, string file, string key) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Repository.At("dialogs", language, file)))![key];

    [Theory]
    [InlineData("我电话13800138000，孩子4岁在青岛上幼儿园", "zh-CN")]
    [InlineData("My phone is 13800138000. Kindergarten for my 4 year old in Qingdao?", "en-US")]
    public async Task Answers_TextWithPersonalData_SaysNoneIsNeeded(string text, string language)
    {
        using var response = await host.Client.PostAsJsonAsync("/api/v1/answers", new { text });
        var reply = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.StartsWith(Phrase(language, "phrases.json", "personal-data"), (string)reply["text"]!, StringComparison.Ordinal);
        Assert.Null(reply["forgetsConversation"]);
    }

    [Fact]
    public async Task PlainChat_TextWithPersonalData_SaysNoneIsNeeded()
    {
        var page = await host.Client.GetStringAsync("/chat?lang=zh-CN");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["ticket"] = Ticket().Match(page).Groups[1].Value, ["name"] = "n", ["lang"] = "zh-CN", ["text"] = "我电话13800138000，孩子4岁在青岛上幼儿园",
        });
        using var response = await host.Client.PostAsync("/chat", form);
        var answer = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
        Assert.Contains(Phrase("zh-CN", "phrases.json", "personal-data"), answer, StringComparison.Ordinal);
        Assert.DoesNotContain("13800138000", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("删除我的信息", "zh-CN")]
    [InlineData("please delete my data", "en-US")]
    public async Task DeleteMyData_DeletesAtOnceAndConfirms_AndTheTalkGoesOn(string text, string language)
    {
        var visitor = await Visitor.StartAsync(host.Client);
        await visitor.SayAsync("我家孩子4岁，住在青岛", "n1");
        var (_, watermark) = await visitor.ReadAsync();
        using var socket = await visitor.OpenStreamAsync();
        await Visitor.NextAsync(socket);

        await visitor.SayAsync(text, "n2");

        var told = (await Visitor.NextAsync(socket))!["activities"]!.AsArray();
        Assert.Equal(Phrase(language, "phrases.json", "privacy-deleted"), (string)told[^1]!["text"]!);
        var left = (await visitor.ReadAsync()).Activities;
        Assert.Equal(2, left.Count);
        Assert.Equal(left.ToJsonString(), (await visitor.ReadAsync(watermark)).Activities.ToJsonString());
        // Sent again by a client that missed the answer, the old message brings nothing back.
        Assert.NotEmpty(await visitor.SayAsync("我家孩子4岁，住在青岛", "n1"));
        Assert.Equal(2, (await visitor.ReadAsync()).Activities.Count);
        await visitor.SayAsync("你好", "n3");
        Assert.Equal(4, (await visitor.ReadAsync()).Activities.Count);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en-US")]
    public async Task Page_InEachLanguage_SaysWhatTheLawLists(string language)
    {
        var page = await host.Client.GetStringAsync($"/privacy?lang={language}");
        var words = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Repository.At("dialogs", language, "privacy.json")))!;
        Assert.Contains($"lang=\"{language}\"", page, StringComparison.Ordinal);
        var shown = WebUtility.HtmlDecode(page);
        foreach (var (key, text) in words.Where(word => word.Key != "who-text"))
            Assert.Contains(text.Replace("{minutes}", "30").Replace("{days}", "7"), shown, StringComparison.Ordinal);
        Assert.DoesNotContain("{", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("name=\"ticket\" value=\"([^\"]+)\"")]
    private static partial Regex Ticket();
}
