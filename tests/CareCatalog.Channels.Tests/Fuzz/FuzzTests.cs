using System.Text;
using CareCatalog.Channels.BotFramework;
using CareCatalog.Channels.Callbacks;
using CareCatalog.Testing;
using Xunit.Abstractions;

namespace CareCatalog.Channels.Tests.Fuzz;

/// <summary>100,000 damaged activities and as many damaged XML bodies: each is taken or refused, none breaks anything.</summary>
[Collection(Alone.Name)]
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Seed = 20261122;
    private const int Runs = 100_000;
    private const long Slack = 32 << 20;

    private static readonly string[] Activities =
    [
        """{"type":"message","id":"m1","channelId":"msteams","serviceUrl":"https://smba.trafficmanager.net/cn/","from":{"id":"u1","name":"家长"},"recipient":{"id":"b1"},"conversation":{"id":"19:x@thread;y/z"},"locale":"zh-CN","text":"青岛 打疫苗","deliveryMode":"expectReplies"}""",
        """{"type":"message","id":"m2","channelId":"slack","conversation":{"id":"c"},"text":"1","deliveryMode":"expectReplies","channelData":{"a":[1,null,{"b":true}]},"entities":[{"type":"x"}]}""",
        """{"type":"message","channelId":"facebook","conversation":{"id":"c","isGroup":true},"value":{"text":"hello"},"attachments":[{"contentType":"image/png","name":"a"}],"deliveryMode":"expectReplies"}""",
        """{"type":"conversationUpdate","channelId":"webchat","recipient":{"id":"b"},"membersAdded":[{"id":"b"},{"id":"u"}],"conversation":{"id":"c"},"deliveryMode":"expectReplies"}""",
        """{"type":"invoke","name":"adaptiveCard/action","channelId":"msteams","value":{"action":{"type":"Action.Execute","verb":"say","data":{"text":"谢谢"}}},"conversation":{"id":"c"}}""",
        """{"type":"endOfConversation","conversation":{"id":"c"},"code":"completedSuccessfully"}""",
        """{"type":"event","name":"x","value":{"deep":[[[1]]]},"conversation":{"id":"c"}}""",
        """{"type":"typing","conversation":{"id":"c"},"timestamp":"2026-11-22T12:00:00Z"}""",
    ];

    private static readonly string[] Messages =
    [
        "<xml><ToUserName><![CDATA[gh]]></ToUserName><FromUserName><![CDATA[o1]]></FromUserName><CreateTime>1700000000</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[青岛]]></Content><MsgId>123</MsgId></xml>",
        "<xml><ToUserName>gh</ToUserName><FromUserName>o1</FromUserName><MsgType>event</MsgType><Event>CLICK</Event><EventKey>谢谢</EventKey><CreateTime>1</CreateTime></xml>",
        "<xml><ToUserName>gh</ToUserName><FromUserName>o2</FromUserName><MsgType>voice</MsgType><Recognition>你好&amp;</Recognition><MsgId>9</MsgId><SendPicsInfo><Count>1</Count></SendPicsInfo></xml>",
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><!-- x --><xml><ToUserName>gh</ToUserName><FromUserName>o3</FromUserName><MsgType>event</MsgType><Event>unsubscribe</Event><CreateTime>5</CreateTime></xml>",
    ];

    [Fact]
    public async Task Activities_Damaged_AreTakenOrRefused()
    {
        using var desks = new Desks();
        var desk = desks.Get<MessagesDesk>();
        var mutator = new Mutator(Seed, Activities);
        await RunAsync(_ =>
        {
            var input = mutator.Next();
            return (input, () => desks.PostAsync(input, "application/json", "", desk.ReceiveAsync));
        });
    }

    [Fact]
    public async Task Messages_Damaged_SealedOrNot_AreTakenOrRefused()
    {
        using var desks = new Desks();
        var desk = desks.Get<CallbackDesk>();
        var seal = new MessageSeal("t", new string('a', 43), "wx1");
        var line = new MessageLine("wechat", seal, EchoIsSealed: false, TimeSpan.FromSeconds(4), Service: null);
        var now = $"{new FakeTimeProvider().GetUtcNow().ToUnixTimeSeconds()}";
        var sealedOnce = MessageXml.Write(("ToUserName", "gh"), ("Encrypt", seal.Close(Messages[0])));
        var (inner, outer) = (new Mutator(Seed, Messages), new Mutator(Seed + 1, [.. Messages, sealedOnce]));
        await RunAsync(i =>
        {
            // Every other one is damaged within a sound seal, so that it comes as far as its message.
            var input = i % 2 == 0 ? inner.Next() : outer.Next();
            var inside = i % 2 == 0 ? seal.Close(Encoding.UTF8.GetString(input)) : "";
            var body = i % 2 == 0 ? Encoding.UTF8.GetBytes($"<xml><Encrypt>{inside}</Encrypt></xml>") : input;
            return (input, () => desks.PostAsync(
                body, "text/xml", $"?timestamp={now}&nonce=1&msg_signature={seal.Sign(now, "1", inside)}",
                async context =>
                {
                    if (await desk.ReceiveAsync(context, line) is { } refusal) await Problem.WriteAsync(context, refusal);
                }));
        });
    }

    private async Task RunAsync(Func<int, (byte[] Input, Func<Task<int>> Post)> next)
    {
        await Desks.RunAsync(1000, next);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var seen = await Desks.RunAsync(Runs, next);
        output.WriteLine($"seed {Seed}: {string.Join(", ", seen.Select(pair => $"{pair.Value} × {pair.Key}"))}");
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, Slack);
        // Damage that nothing ever survives, or that nothing ever fails by, would test nothing.
        Assert.InRange(seen.GetValueOrDefault(200), Runs / 20, Runs);
        Assert.InRange(seen.GetValueOrDefault(400), Runs / 20, Runs);
    }
}
