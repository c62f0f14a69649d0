using System.Text.Json.Nodes;
using CareCatalog.Testing;

namespace CareCatalog.Web.Tests;

/// <summary>Clients that others wrote, unchanged.</summary>
[Collection(OnOneHost.Name)]
public sealed class ClientTests(RunningHost host)
{
    private const string Question = "我家孩子4岁，刚搬到青岛";

    [RequiresTheory(Tools.Node, Tools.Clients)]
    [InlineData("websocket")]
    [InlineData("polling")]
    public async Task DirectLineJs_Question_IsAnswered(string mode)
    {
        var seen = await RunAsync("directline.mjs", host.Address.GetLeftPart(UriPartial.Authority), mode, Question);

        Assert.Null(seen["failure"]);
        Assert.Equal(mode == "websocket", (bool)seen["streamed"]!);
        Assert.Equal(["Uninitialized", "Connecting", "Online", "Ended"], seen["statuses"]!.AsArray().Select(status => (string)status!));
        var activities = seen["activities"]!.AsArray();
        Assert.Equal(["bot", "user", "bot"], activities.Select(activity => (string)activity!["from"]!["role"]!));
        Assert.Equal(Question, (string)activities[1]!["text"]!);
        Assert.Equal((string)seen["posted"]!, (string)activities[2]!["replyToId"]!);
        Assert.Contains("市教育局", (string)activities[2]!["text"]!, StringComparison.Ordinal);
        Assert.Contains("市卫生健康委", (string)activities[2]!["text"]!, StringComparison.Ordinal);
    }

    [RequiresTheory(Tools.Node, Tools.Clients)]
    [InlineData("websocket", 7)]
    [InlineData("polling", 7)]
    public async Task DirectLineJs_LineCutAgainAndAgain_LosesNothingAndSeesNothingTwice(string mode, int messages)
    {
        var seen = await RunAsync("reconnect.mjs", host.Address.GetLeftPart(UriPartial.Authority), mode, $"{messages}");

        Assert.Null(seen["failure"]);
        if (mode == "websocket") Assert.InRange((int)seen["sockets"]!, 3, 10);
        var ids = seen["ids"]!.AsArray().Select(id => (string)id!).ToList();
        Assert.Equal(1 + (2 * messages), ids.Count);
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Equal(ids.Distinct(), ids);
        var texts = seen["texts"]!.AsArray().Select(text => (string)text!).ToList();
        Assert.Equal(Enumerable.Range(0, messages).Select(i => $"问题{i}"), texts.Where((_, at) => at % 2 == 1));
    }

    [RequiresTheory(Tools.Node, Tools.Clients)]
    [InlineData("websocket")]
    [InlineData("polling")]
    public async Task DirectLineJs_SayingTooMuch_IsHeldUp_AndItsLineGoesOn(string mode)
    {
        var limited = new RunningHost { Settings = { ["Limits__PerConversation"] = "20" } };
        await limited.InitializeAsync();
        try
        {
            var seen = await RunAsync("limited.mjs", limited.Address.GetLeftPart(UriPartial.Authority), mode);
            Assert.Null(seen["failure"]);
            Assert.InRange((int)seen["taken"]!, 20, 30);
            Assert.Equal(["Uninitialized", "Connecting", "Online", "Ended"], seen["statuses"]!.AsArray().Select(status => (string)status!));
        }
        finally
        {
            await limited.DisposeAsync();
        }
    }

    private static async Task<JsonNode> RunAsync(string script, params string[] arguments) => JsonNode.Parse(await NodeScript.RunAsync(script, arguments))!;
}
