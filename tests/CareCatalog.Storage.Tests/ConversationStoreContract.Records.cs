using CareCatalog.Dialogs;

namespace CareCatalog.Storage.Tests;

/// <summary>Replies held back, cases, and the audit.</summary>
public abstract partial class ConversationStoreContract
{
    /// <summary>The cases of <see cref="Store"/>.</summary>
    protected abstract ICaseStore Cases { get; }

    /// <summary>The audit of <see cref="Store"/>.</summary>
    protected abstract IAuditLog Audit { get; }

    /// <summary>Runs a statement on the data behind the store's back.</summary>
    protected abstract object? Ask(string statement);

    private HandoffCase NewCase(string? jurisdiction = "370200") => new($"{Guid.NewGuid():N}", Clock.GetUtcNow(), "zh", jurisdiction);

    private async Task<CommitReceipt> HandOff(string id, long version, HandoffCase opened) => await Store.CommitAsync(
        new TurnCommit(id, version, Conversation.New, $"m{version}", ["人工"], Clock.GetUtcNow()) { Case = opened }, None);

    private async Task SendHeldBack(string id, TimeSpan back, params string[] replies) => await Store.CommitAsync(
        new TurnCommit(id, 0, Conversation.New, "m", replies, Clock.GetUtcNow())
        {
            Dispatch = new Dispatch("post") { Address = "李四@微信", HeldUntil = Clock.GetUtcNow() + back },
        },
        None);

    [Fact]
    public async Task Outbox_HeldBack_IsDueThen_WithItsAddress_AndTheRestFollows()
    {
        await SendHeldBack("c", TimeSpan.FromSeconds(5), "1", "2");
        Assert.Equal(2, await Outbox.CountWaitingAsync(None));
        Assert.Empty(await Due());
        Clock.Advance(TimeSpan.FromSeconds(5));
        var first = Assert.Single(await Outbox.TakeDueAsync(10, TimeSpan.FromSeconds(30), None));
        Assert.Equal(("1", "李四@微信"), (first.Payload, first.Address));
        await Outbox.SettleAsync(first, null, None);
        Assert.Equal(("2", "李四@微信"), Assert.Single(await Outbox.TakeDueAsync(10, TimeSpan.FromSeconds(30), None)) is var second ? (second.Payload, second.Address) : default);
    }

    [Fact]
    public async Task Outbox_StruckOff_LeavesNoMore_AndTheNextLeavesAtOnce()
    {
        await SendHeldBack("c", TimeSpan.FromSeconds(5), "1", "2");
        await Outbox.StrikeAsync("c", 1, None);
        await Outbox.StrikeAsync("c", 1, None);
        await Outbox.StrikeAsync("never begun", 1, None);
        Assert.Equal(["2"], await Due());
        Assert.Equal(1, await Outbox.CountWaitingAsync(None));
    }

    [Fact]
    public async Task Outbox_TakenAgain_IsTheSameToTheLetter()
    {
        await SendHeldBack("c", TimeSpan.Zero, "1");
        var first = Assert.Single(await Outbox.TakeDueAsync(10, TimeSpan.FromSeconds(30), None));
        Clock.Advance(TimeSpan.FromSeconds(30));
        var again = Assert.Single(await Outbox.TakeDueAsync(10, TimeSpan.FromSeconds(30), None));
        Assert.Equal(first with { Attempts = 2 }, again);
    }

    [Fact]
    public async Task Case_OpensWithItsTurn_OnceAndNotOnAConflictOrDuplicate()
    {
        var opened = NewCase();
        Assert.Equal(CommitOutcome.Committed, (await HandOff("c", 0, opened)).Outcome);
        Assert.Equal(CommitOutcome.Duplicate, (await HandOff("c", 0, NewCase())).Outcome);
        Assert.Equal(CommitOutcome.Conflict, (await HandOff("c", 7, NewCase())).Outcome);
        Assert.Equal([opened], await Cases.ListCasesAsync(10, None));
    }

    [Fact]
    public async Task Cases_TheLongestOpenFirst_ThenTheClosed_ClosedOnce()
    {
        var cases = new List<HandoffCase>();
        for (var i = 0; i < 3; i++)
        {
            cases.Add(NewCase(i == 1 ? null : "220100"));
            await HandOff($"c{i}", 0, cases[i]);
            Clock.Advance(TimeSpan.FromMinutes(1));
        }
        Assert.True(await Cases.CloseCaseAsync(cases[0].Id, "王五", None));
        Assert.False(await Cases.CloseCaseAsync(cases[0].Id, "赵六", None));
        Assert.False(await Cases.CloseCaseAsync(new string('0', 32), "赵六", None));
        Assert.Equal([cases[1], cases[2], cases[0] with { Closed = Clock.GetUtcNow(), ClosedBy = "王五" }], await Cases.ListCasesAsync(10, None));
        Assert.Equal([cases[1]], await Cases.ListCasesAsync(1, None));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task Cases_OutOfRange_Throws(int limit)
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await Cases.ListCasesAsync(limit, None));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await Audit.ReadAuditAsync(limit, None));
    }

    [Fact]
    public async Task Cases_OutliveTheConversation_AndGoWhenClosedLongAgo()
    {
        var (first, second) = (NewCase(), NewCase());
        await HandOff("a", 0, first);
        await HandOff("b", 0, second);
        await Cases.CloseCaseAsync(first.Id, "王五", None);
        Clock.Advance(TimeSpan.FromDays(180));
        await Sweep(Retained.Transcript);
        Assert.Equal(2, (await Cases.ListCasesAsync(10, None)).Count);
        Assert.Equal(1, await Count(Retained.Case));
        Assert.Equal(1, await Store.SweepAsync(Retained.Case, Clock.GetUtcNow() - TimeSpan.FromDays(180), None));
        Assert.Equal([second], await Cases.ListCasesAsync(10, None));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cases_OfWhoeverAsksForDeletion_GoAtOnce(bool whole)
    {
        await HandOff("c", 0, NewCase());
        if (whole) await Store.DeleteAsync("c", None);
        else await Forget("c", 1, "forget", "已删");
        Assert.Empty(await Cases.ListCasesAsync(10, None));
    }

    [Fact]
    public async Task Audit_IsReadAsWritten_TheNewestInOrder()
    {
        Assert.Empty(await Audit.ReadAuditAsync(10, None));
        Assert.Null(await Audit.FindAuditBreakAsync(None));
        for (var i = 1; i <= 5; i++) await Audit.AppendAsync("王五", "close-case", $"{i}", None);
        Assert.Equal(
            [new AuditEntry(4, Clock.GetUtcNow(), "王五", "close-case", "4"), new AuditEntry(5, Clock.GetUtcNow(), "王五", "close-case", "5")],
            await Audit.ReadAuditAsync(2, None));
        Assert.Null(await Audit.FindAuditBreakAsync(None));
    }

    [Fact]
    public async Task Audit_ManyAtOnce_MakeOneChain()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => Audit.AppendAsync("a", "b", $"{i}", None).AsTask())));
        Assert.Equal(Enumerable.Range(1, 40).Select(at => (long)at), (await Audit.ReadAuditAsync(100, None)).Select(entry => entry.Sequence));
        Assert.Null(await Audit.FindAuditBreakAsync(None));
    }

    [Theory]
    [InlineData("UPDATE audit SET actor = 'nobody' WHERE sequence = 3", 3)]
    [InlineData("UPDATE audit SET at = at + 1 WHERE sequence = 2", 2)]
    [InlineData("DELETE FROM audit WHERE sequence = 2", 2)]
    [InlineData("UPDATE audit SET link = (SELECT link FROM audit WHERE sequence = 1) WHERE sequence = 4", 4)]
    [InlineData("UPDATE audit SET action = 'bc', subject = '' WHERE sequence = 1", 1)]
    public async Task Audit_ChangedBehindTheStoresBack_IsFound(string change, long at)
    {
        for (var i = 0; i < 5; i++) await Audit.AppendAsync("a", "b", "c", None);
        Ask(change);
        Assert.Equal(at, await Audit.FindAuditBreakAsync(None));
    }
}
