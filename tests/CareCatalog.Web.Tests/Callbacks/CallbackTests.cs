using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CareCatalog.Channels.Callbacks;
using CareCatalog.Channels.Sending;
using CareCatalog.Dialogs;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CareCatalog.Web.Tests.Callbacks;

/// <summary>WeChat official accounts and WeCom, as the platforms call.</summary>
public sealed class CallbackTests : IClassFixture<CallbackHost>
{
    private readonly CallbackHost shared;
    private readonly Platform platform;
    private readonly HttpClient client;
    private readonly int turnsBefore;

    public CallbackTests(CallbackHost shared)
    {
        this.shared = shared;
        (platform, client, turnsBefore) = (shared.Platform, shared.Client, shared.Turns);
        platform.Forget();
    }

    public static TheoryData<string> Accounts => ["wechat", "wecom"];

    // Another person in each test: they share a host.
    private string User { get; } = "oUser-" + Account.NextId();

    private int Turns => shared.Turns - turnsBefore;

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task Text_IsAnsweredSealed_WithChoicesByNumber(string name)
    {
        var account = Account.Of(name);
        var first = await account.SayAsync(client, Account.Text(User, "青岛 打疫苗"));
        Assert.Contains("市卫生健康委", first, StringComparison.Ordinal);
        Assert.Contains("\n1. 详细说说", first, StringComparison.Ordinal);

        var byNumber = await account.SayAsync(client, Account.Text(User, "1"));
        await account.SayAsync(client, Account.Text($"{User}-2", "青岛 打疫苗"));
        Assert.Equal(await account.SayAsync(client, Account.Text($"{User}-2", "详细说说")), byNumber);
    }

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task Events_GreetOnce_AnswerTheMenu_AndForget(string name)
    {
        var account = Account.Of(name);
        var came = name == "wecom" ? "enter_agent" : "subscribe";
        var greeting = await account.SayAsync(client, Account.Event(User, came));
        Assert.Contains("您好", greeting, StringComparison.Ordinal);
        Assert.Contains("\n1. ", greeting, StringComparison.Ordinal);
        Assert.Contains("市卫生健康委", await account.SayAsync(client, Account.Event(User, name == "wecom" ? "click" : "CLICK", "青岛 打疫苗", "1700000001")), StringComparison.Ordinal);
        Assert.Null(await account.SayAsync(client, Account.Event(User, "VIEW", "https://www.example.gov.cn", "1700000002")));
        Assert.Null(await account.SayAsync(client, Account.Event(User, "unsubscribe", "", "1700000003")));
        // The place is asked for again.
        Assert.Contains("5. 其他城市", await account.SayAsync(client, Account.Text(User, "上小学")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Voice_WithWhatWasHeard_IsAnswered_AndPicturesAreToldWhatIsAnswered()
    {
        var heard = Account.Message(User, ("MsgType", "voice"), ("MediaId", "m"), ("Recognition", "青岛打疫苗"), ("MsgId", Account.NextId()));
        Assert.Contains("市卫生健康委", await Account.WeChat.SayAsync(client, heard), StringComparison.Ordinal);
        foreach (var kind in new[] { "voice", "image", "location", "link", "somethingnew" })
            Assert.NotEmpty((await Account.WeChat.SayAsync(client, Account.Message(User, ("MsgType", kind), ("MsgId", Account.NextId()))))!);
    }

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task Deliveries_TripledAtOnceAndReordered_AreOneTurnEach(string name)
    {
        var account = Account.Of(name);
        var calls = Enumerable.Range(0, 10).Select(i => account.Call(Account.Text(User, $"孩子{i + 3}岁，在青岛"))).ToList();
        calls.Reverse();
        var answers = await Task.WhenAll(calls.SelectMany(call => new[] { call, call, call }).Select(async call =>
        {
            using var response = await Account.PostAsync(client, call);
            return (call.Url, Text: await account.OpenAsync(response));
        }));
        Assert.Equal(10, Turns);
        Assert.Equal(10, answers.Distinct().Count());
        Assert.All(answers, answer => Assert.NotNull(answer.Text));
    }

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task Verification_IsAnsweredWithTheEcho_AndForgeriesAreNot(string name)
    {
        var account = Account.Of(name);
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        async Task<(HttpStatusCode Status, string Body)> GetAsync(long time, string nonce, string echo, string signature)
        {
            var query = $"?{(name == "wecom" ? "msg_signature" : "signature")}={signature}&timestamp={time}&nonce={nonce}&echostr={Uri.EscapeDataString(echo)}";
            using var response = await client.GetAsync(account.Path + query);
            return (response.StatusCode, await response.Content.ReadAsStringAsync());
        }

        string Sign(long time, string nonce, string echo) => name == "wecom" ? account.Seal.Sign($"{time}", nonce, echo) : account.Seal.Sign($"{time}", nonce);
        var echo = name == "wecom" ? account.Seal.Close("1616140317555161061") : "1616140317555161061";
        Assert.Equal((HttpStatusCode.OK, "1616140317555161061"), await GetAsync(now, "n", echo, Sign(now, "n", echo)));
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(now, "m", echo, Sign(now, "n", echo))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(now, "n", echo, "")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(now - 3600, "n", echo, Sign(now - 3600, "n", echo))).Status);
        var markup = await GetAsync(now, "n", "<script>", Sign(now, "n", "<script>"));
        Assert.True(markup.Status is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden);
        Assert.DoesNotContain("<script>", markup.Body, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task Forgeries_AreRefusedAndTakeNoTurn(string name)
    {
        var account = Account.Of(name);
        var message = Account.Text(User, "青岛");
        var (url, body) = account.Call(message);
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        (string, string, int)[] forgeries =
        [
            (account.Path, body, 403),
            (url.Replace("msg_signature=", "msg_signature=0", StringComparison.Ordinal), body, 403),
            (url.Replace("&nonce=", "&nonce=1", StringComparison.Ordinal), body, 403),
            (url, account.Call(message).Body, 403),
            (url, body.Replace("Encrypt><![CDATA[", "Encrypt><![CDATA[AAAA", StringComparison.Ordinal), 403),
            // Sealed for another account, sealed with another key, signed long ago, signed ahead.
            Refused(account.Call(message, with: new MessageSeal(Account.Token, Account.Key, "wxsomeoneelse00000")), 403),
            Refused(account.Call(message, with: new MessageSeal(Account.Token, new string('a', 43), "wx5823bf96d3bd56c7")), 403),
            Refused(account.Call(message, now - 3600), 403),
            Refused(account.Call(message, now + 3600), 403),
            Refused(account.Call(message, -1), 403),
            Refused(account.Call(message, long.MaxValue), 403),
            // In the clear, and what is no message.
            (url, message, 400),
            (url, "{}", 400),
            (url, "", 400),
            (url, "<!DOCTYPE xml [<!ENTITY e \"x\">]><xml><Encrypt>&e;</Encrypt></xml>", 400),
            Refused(account.Call("not xml"), 400),
            Refused(account.Call("<xml><MsgType>text</MsgType></xml>"), 400),
            Refused(account.Call("<!DOCTYPE xml [<!ENTITY e \"x\">]><xml><ToUserName>&e;</ToUserName></xml>"), 400),
            Refused(account.Call(Account.Text(new string('u', 200), "青岛")), 400),
            Refused(account.Call(Account.Text(User, new string('长', 4001))), 400),
            (url, $"<xml><Encrypt>{new string('A', 300_000)}</Encrypt></xml>", 413),
        ];
        foreach (var (address, sent, status) in forgeries)
        {
            using var response = await Account.PostAsync(client, (address, sent));
            Assert.True(status == (int)response.StatusCode, $"{(int)response.StatusCode} for {address} {sent[..Math.Min(200, sent.Length)]}");
        }
        Assert.Equal(0, Turns);
    }

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task Delivery_ReplayedAfterADay_IsRefusedByItsTime(string name)
    {
        var account = Account.Of(name);
        var old = account.Call(Account.Text(User, "青岛"), TimeProvider.System.GetUtcNow().AddDays(-1).ToUnixTimeSeconds());
        using var response = await Account.PostAsync(client, old);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(0, Turns);
    }

    [Theory]
    [InlineData("wechat", "/cgi-bin/token?grant_type=client_credential&appid=wx5823bf96d3bd56c7&secret=wechat%20secret", "/cgi-bin/message/custom/send")]
    [InlineData("wecom", "/cgi-bin/gettoken?corpid=ww5823bf96d3bd56c7&corpsecret=wecom%20secret", "/cgi-bin/message/send")]
    public async Task Answer_ThatIsLate_IsReceivedThenSentAsAMessage(string name, string tokens, string messages)
    {
        var asked = new TaskCompletionSource();
        var slow = shared.NewHost(services => AlteredStore.Use(services, asked.Task), ("WeChat:AnswerSeconds", "0"), ("WeCom:AnswerSeconds", "0"));
        // The first token has been taken back meanwhile.
        platform.Codes.Enqueue(42001);

        Assert.Null(await Account.Of(name).SayAsync(slow, Account.Text(User, "青岛 打疫苗")));
        Assert.Empty(platform.Asked);
        asked.SetResult();
        await platform.WaitAsync(1);

        var message = Assert.Single(platform.Messages);
        Assert.Equal(User, (string)message["touser"]!);
        Assert.Equal("text", (string)message["msgtype"]!);
        Assert.Equal(name == "wecom" ? 1000002 : null, (int?)message["agentid"]);
        Assert.Contains("市卫生健康委", (string)message["text"]!["content"]!, StringComparison.Ordinal);
        Assert.Equal([tokens, $"{messages}?access_token=token-1", tokens, $"{messages}?access_token=token-3"], platform.Asked);
    }

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task Answer_ThatIsLateWhileThePlatformFails_IsSentAgainUntilItIsTaken_TheSameEachTime(string name)
    {
        var asked = new TaskCompletionSource();
        var slow = shared.NewHost(
            services => AlteredStore.Use(services, asked.Task), ("WeChat:AnswerSeconds", "0"), ("WeCom:AnswerSeconds", "0"), ("Outbox:FirstRetryMilliseconds", "10"));
        for (var i = 0; i < 3; i++) platform.Codes.Enqueue(-1);
        Assert.Null(await Account.Of(name).SayAsync(slow, Account.Text(User, "青岛 打疫苗")));
        asked.SetResult();
        await platform.WaitAsync(1);
        Assert.Equal(4, platform.Tried.Count);
        Assert.Single(platform.Tried.Select(message => message.ToJsonString()).Distinct());
    }

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task Answer_StoredByAHostThatThenDied_IsSentByTheNext(string name)
    {
        var folder = Directory.CreateTempSubdirectory("carecatalog-").FullName;
        (string, string)[] kept = [("Storage:Sqlite:Path", Path.Combine(folder, "t.db")), ("Storage:KeyRing", Path.Combine(folder, "keyring.json"))];
        // The first host dies with the answer stored and nobody to take it out.
        using (var dying = shared.NewHost(services => services.RemoveAll<ICarrier>(), [.. kept, ("WeChat:AnswerSeconds", "0"), ("WeCom:AnswerSeconds", "0")]))
        {
            Assert.Null(await Account.Of(name).SayAsync(dying, Account.Text(User, "青岛 打疫苗")));
            while (Turns == 0) await Task.Delay(10);
            await shared.EndLastAsync();
        }
        Assert.Empty(platform.Tried);

        using var next = shared.NewHost(null, kept);
        await platform.WaitAsync(1);
        Assert.Contains("市卫生健康委", (string)Assert.Single(platform.Messages)["text"]!["content"]!, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task Answer_InPieces_TheFirstAtOnceAndTheOthersInOrder_EachOnce(string name)
    {
        static string Piece(int number) => JsonSerializer.Serialize(new { text = $"第{number}段", choices = Array.Empty<string>() });
        using var host = shared.NewHost(services => AlteredStore.Use(services, Task.CompletedTask, commit => commit with { Entries = [Piece(1), Piece(2), Piece(3)] }));

        Assert.Equal("第1段", await Account.Of(name).SayAsync(host, Account.Text(User, "青岛")));
        await platform.WaitAsync(2);
        Assert.Equal(["第2段", "第3段"], platform.Messages.Select(message => (string)message["text"]!["content"]!));

        // Nothing is left to leave once what comes after it has left.
        Assert.Equal("第1段", await Account.Of(name).SayAsync(host, Account.Text(User, "长春")));
        await platform.WaitAsync(2);
        Assert.Equal(["第2段", "第3段", "第2段", "第3段"], platform.Messages.Select(message => (string)message["text"]!["content"]!));
    }

    [Fact]
    public async Task Store_HoldsNoIdOfThePerson()
    {
        const string Name = "zhangsan-canary";
        await Account.WeCom.SayAsync(client, Account.Text(Name, "青岛"));
        foreach (var file in Directory.EnumerateFiles(shared.Folder))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(open, Encoding.Latin1);
            Assert.DoesNotContain(Name, await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Readiness_NamesEachChannel_AndTheOffOnesAreOff()
    {
        Assert.Equal("on", await StateAsync(client, "wechat"));
        Assert.Equal("on", await StateAsync(client, "wecom"));
        var off = shared.NewHost(null, [.. Account.Settings("").Select(setting => (setting.Name, setting.Name.EndsWith("Url", StringComparison.Ordinal) ? "https://api.example" : ""))]);
        Assert.Equal("off: no credentials", await StateAsync(off, "wechat"));
        Assert.Equal("off: no credentials", await StateAsync(off, "wecom"));
        using var response = await Account.PostAsync(off, Account.WeChat.Call(Account.Text(User, "青岛")));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("WeChat:EncodingAesKey", "")]
    [InlineData("WeChat:EncodingAesKey", "short")]
    [InlineData("WeCom:Token", "")]
    public void Start_WithHalfAnAccount_IsRefusedByName(string name, string value)
    {
        var refusal = Assert.ThrowsAny<Exception>(() => shared.NewHost(null, (name, value)));
        Assert.Contains(name.Split(':')[0], refusal.ToString(), StringComparison.Ordinal);
    }

    private static (string, string, int) Refused((string Url, string Body) call, int status) => (call.Url, call.Body, status);

    private static async Task<string> StateAsync(HttpClient client, string channel) =>
        (string)JsonNode.Parse(await client.GetStringAsync("/readyz"))!["channels"]![channel]!;
}
