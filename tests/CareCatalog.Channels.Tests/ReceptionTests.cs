using CareCatalog.Channels.Privacy;
using CareCatalog.Dialogs;
using CareCatalog.Testing;

namespace CareCatalog.Channels.Tests;

public sealed class ReceptionTests
{
    private static readonly Assistant Assistant = Assistant.Load(Repository.At("dialogs"), Repository.At("seeds"));
    private static readonly CatalogEdition Edition = CatalogReader.Read(Repository.At("seeds")).Edition!;

    private static readonly Redactor Redactor = Redactor.Load(Repository.At("dialogs"), Repository.At("seeds"), Edition);

    private readonly MemoryStore store = new();
    private readonly Doorbell bell = new();
    private readonly Reception reception;

    public ReceptionTests() => reception = new Reception(Redactor, Assistant, store, new EditionInForce(Edition), bell, new FakeTimeProvider());

    private static Visit Visit(string? inbound, bool mayBegin = true, string id = "c") =>
        new(id, inbound, mayBegin, (reply, position) => [$"{position}: {(reply is null ? "no reply" : "a reply")}"]);

    private Task<CommitReceipt?> AskAsync(Visit visit) => reception.TakeAsync(visit, new Question("青岛"), CancellationToken.None);

    [Fact]
    public async Task Take_NewConversation_IsBegunWhenItMay()
    {
        var receipt = await AskAsync(Visit("m1"));
        Assert.Equal(CommitOutcome.Committed, receipt!.Outcome);
        Assert.Equal([new TranscriptEntry(1, "1: a reply")], receipt.Entries);
    }

    [Fact]
    public async Task Take_NewConversation_IsTurnedAwayWhenItMayNot()
    {
        Assert.Null(await AskAsync(Visit("m1", mayBegin: false)));
        Assert.Equal(0, store.Commits);
    }

    [Fact]
    public async Task Take_SameMessageAgain_GivesTheFirstAnswerAndOneTurn()
    {
        var first = await AskAsync(Visit("m1"));
        await AskAsync(Visit("m2"));
        var again = await AskAsync(Visit("m1"));
        Assert.Equal(CommitOutcome.Duplicate, again!.Outcome);
        Assert.Equal(first!.Entries, again.Entries);
        Assert.Equal(2, (await store.FindAsync("c", default))!.Version);
    }

    [Fact]
    public async Task Take_WhenAnotherTurnComesBetween_IsTakenAgainOnWhatThatTurnLeft()
    {
        await AskAsync(Visit("m0"));
        var between = 3;
        store.BeforeCommit = () =>
        {
            if (between-- == 0) return;
            var interrupt = store.BeforeCommit;
            store.BeforeCommit = () => { };
            var found = store.FindAsync("c", default).AsTask().Result!;
            _ = store.CommitAsync(new TurnCommit("c", found.Version, found.State, null, ["between"], default), default).AsTask().Result;
            store.BeforeCommit = between > 0 ? interrupt : () => { };
        };

        var receipt = await AskAsync(Visit("m1"));

        Assert.Equal(CommitOutcome.Committed, receipt!.Outcome);
        var entries = await store.ReadAsync("c", 0, 100, default);
        Assert.Equal(["1: a reply", "between", "between", "between", "5: a reply"], entries.Select(entry => entry.Payload));
    }

    [Fact]
    public async Task Take_Committed_RingsTheBellOnce_ADuplicateDoesNot()
    {
        var ring = bell.NextRing("c");
        await AskAsync(Visit("m1"));
        Assert.True(ring.IsCompleted);
        ring = bell.NextRing("c");
        await AskAsync(Visit("m1"));
        Assert.False(ring.IsCompleted);
    }

    [Fact]
    public async Task Greet_And_Note_LeaveTheStateAsItWas()
    {
        await AskAsync(Visit("m1"));
        var before = (await store.FindAsync("c", default))!.State;
        await reception.GreetAsync(Visit(null), Language.English, default);
        var noted = await reception.NoteAsync(Visit(null), default);
        Assert.Equal("3: no reply", noted!.Entries.Single().Payload);
        Assert.Equal(before.ToJson(), (await store.FindAsync("c", default))!.State.ToJson());
    }

    [Fact]
    public async Task Take_TextWithPersonalData_IsTheTalkWithItMasked()
    {
        Reply? reply = null;
        await reception.TakeAsync(
            new Visit("c", "m", true, (given, _) => { reply = given; return []; }), new Question("孩子4岁，在青岛上幼儿园，我电话13800138000"), default);
        var now = new FakeTimeProvider().GetUtcNow().ToOffset(TimeSpan.FromHours(8));
        var masked = new Question($"孩子4岁，在青岛上幼儿园，我电话{Redactor.Mask}") { HasPersonalData = true };
        Assert.Equal(Assistant.Take(Conversation.New, masked, Edition, now).Reply.Text, reply!.Text);
    }

    [Theory]
    [InlineData("我电话13800138000，孩子4岁上幼儿园")]
    [InlineData("My ID number is 11010119900307123X, which school can my son go to?")]
    public async Task Take_TextWithPersonalData_ThanksAndSaysNoneIsNeeded(string text)
    {
        Reply? reply = null;
        await reception.TakeAsync(new Visit("c", "m", true, (given, _) => { reply = given; return []; }), new Question(text), default);
        var phrases = CareCatalog.Dialogs.Wording.Phrases.Read(Repository.At("dialogs", reply!.Language == "en" ? "en-US" : "zh-CN", "phrases.json"), "", []);
        Assert.StartsWith(phrases["personal-data"], reply.Text, StringComparison.Ordinal);
        Assert.Equal(reply.Text, string.Join('\n', reply.Parts.Select(part => part.Text)));
    }

    [Fact]
    public async Task Take_PersonalDataInDanger_TheBannerStaysFirst()
    {
        Reply? reply = null;
        await reception.TakeAsync(
            new Visit("c", "m", true, (given, _) => { reply = given; return []; }), new Question("我不想活了，电话13800138000"), default);
        Assert.Equal("crisis", reply!.Outcome);
        Assert.Equal("banner", reply.Parts[0].Kind);
        Assert.Equal("remark", reply.Parts[^1].Kind);
    }

    [Theory]
    [InlineData("删除我的信息")]
    [InlineData("delete my data")]
    public async Task Take_DeleteMyData_ForgetsInTheSameCommitAndConfirms(string text)
    {
        await AskAsync(Visit("m1"));
        await reception.TakeAsync(Visit("m2"), new Question("我家孩子4岁"), default);
        Assert.False(store.Last!.Forgets);
        Reply? reply = null;
        await reception.TakeAsync(new Visit("c", "m3", true, (given, _) => { reply = given; return []; }), new Question(text), default);
        Assert.Equal("privacy", reply!.Outcome);
        Assert.True(store.Last.Forgets);
        Assert.Empty(store.Last.State.Profile.Children);
        Assert.Null(store.Last.State.Profile.Residence);
    }

    [Fact]
    public async Task Take_ByACarrier_CommitsTheRepliesForItAndRingsTheOutbox()
    {
        var ring = bell.NextRing(Doorbell.Outbox);
        await AskAsync(Visit("m1"));
        Assert.Null(store.Last!.Dispatch);
        Assert.False(ring.IsCompleted);
        await AskAsync(Visit("m2") with { Dispatch = new Dispatch("post") });
        Assert.Equal("post", store.Last.Dispatch!.Carrier);
        Assert.True(ring.IsCompleted);
    }

    [Fact]
    public async Task Take_TalkThroughTheStore_IsTheTalkWithoutIt()
    {
        var now = new FakeTimeProvider().GetUtcNow().ToOffset(TimeSpan.FromHours(8));
        var before = Conversation.New;
        foreach (var (text, at) in new[] { "我家孩子4岁，刚搬到青岛", "打疫苗呢", "第二条说说", "老大上初二，是残疾", "朝阳", "换成英文 in English please", "谢谢" }.Select((text, at) => (text, at)))
        {
            Reply? stored = null;
            await reception.TakeAsync(
                new Visit("c", $"m{at}", true, (reply, _) => { stored = reply; return []; }), new Question(text), default);
            var turn = Assistant.Take(before, new Question(text), Edition, now);
            before = turn.After;
            Assert.Equal(turn.Reply.Text, stored!.Text);
            Assert.Equal(before.ToJson(), (await store.FindAsync("c", default))!.State.ToJson());
        }
    }
}
