using CareCatalog.Dialogs;
using CareCatalog.Testing;

namespace CareCatalog.Storage.Tests;

/// <summary>What every store promises. A store's own test class derives from this and says how to open one.</summary>
public abstract partial class ConversationStoreContract : IDisposable
{
    protected static readonly Retention Kept = new(State: TimeSpan.FromMinutes(30), Transcript: TimeSpan.FromDays(7));

    private static CancellationToken None => CancellationToken.None;

    protected FakeTimeProvider Clock { get; } = new();

    /// <summary>The store under test, empty, on <see cref="Clock"/> and <see cref="Kept"/>; the same one each time.</summary>
    protected abstract IConversationStore Store { get; }

    /// <summary>The key ring <see cref="Store"/> was opened with.</summary>
    protected abstract string KeyRing { get; }

    /// <summary>Another store on the same data.</summary>
    protected abstract IConversationStore OpenAgain(string keyRing, Retention? retention = null);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) { }

    private ValueTask<CommitReceipt> Commit(string id, long version, string? inbound, params string[] entries) =>
        Store.CommitAsync(
            new TurnCommit(id, version, Conversation.New with { Turns = version + 1 }, inbound, entries, Clock.GetUtcNow()), None);

    private async Task<string[]> Payloads(string id, long after = 0, int limit = 1000) =>
        [.. (await Store.ReadAsync(id, after, limit, None)).Select(entry => entry.Payload)];

    [Fact]
    public async Task Find_NeverBegun_IsNull()
    {
        Assert.Null(await Store.FindAsync("nobody", None));
        Assert.Empty(await Payloads("nobody"));
    }

    [Fact]
    public async Task Commit_FirstTurn_IsFoundAsWritten()
    {
        var receipt = await Commit("c", 0, "m1", "问", "答");

        Assert.Equal(CommitOutcome.Committed, receipt.Outcome);
        Assert.Equal([new TranscriptEntry(1, "问"), new TranscriptEntry(2, "答")], receipt.Entries);
        var stored = await Store.FindAsync("c", None);
        Assert.Equal((1, 2, Clock.GetUtcNow()), (stored!.Version, stored.LastPosition, stored.LastTurn));
        Assert.Equal((Conversation.New with { Turns = 1 }).ToJson(), stored.State.ToJson());
        Assert.Equal(receipt.Entries, await Store.ReadAsync("c", 0, 10, None));
    }

    [Fact]
    public async Task Commit_TurnAfterTurn_PositionsHaveNoGaps()
    {
        for (var turn = 0; turn < 20; turn++) await Commit("c", turn, $"m{turn}", [.. Enumerable.Repeat("x", turn % 3)]);

        var positions = (await Store.ReadAsync("c", 0, 1000, None)).Select(entry => entry.Position);
        Assert.Equal(Enumerable.Range(1, 19).Select(position => (long)position), positions);
        Assert.Equal(20, (await Store.FindAsync("c", None))!.Version);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(99)]
    public async Task Commit_OnAnotherVersion_IsAConflictAndWritesNothing(long version)
    {
        await Commit("c", 0, "m1", "one");

        var receipt = await Commit("c", version, "m2", "two");

        Assert.Equal(CommitOutcome.Conflict, receipt.Outcome);
        Assert.Empty(receipt.Entries);
        Assert.Equal(["one"], await Payloads("c"));
        Assert.Equal(CommitOutcome.Committed, (await Commit("c", 1, "m2", "two")).Outcome);
    }

    [Fact]
    public async Task Commit_OnAVersionOfWhatDoesNotExist_IsAConflict()
    {
        Assert.Equal(CommitOutcome.Conflict, (await Commit("c", 3, "m1", "one")).Outcome);
        Assert.Null(await Store.FindAsync("c", None));
    }

    [Fact]
    public async Task Commit_SameInboundAgain_GivesTheFirstAnswer()
    {
        await Commit("c", 0, "m0", "hello");
        var first = await Commit("c", 1, "m1", "问", "答");
        await Commit("c", 2, "m2", "later");

        var again = await Commit("c", 3, "m1", "问", "another answer");

        Assert.Equal(CommitOutcome.Duplicate, again.Outcome);
        Assert.Equal(first.Entries, again.Entries);
        Assert.Equal(["hello", "问", "答", "later"], await Payloads("c"));
    }

    [Fact]
    public async Task Commit_SameInboundOnAnOldVersion_IsADuplicateNotAConflict()
    {
        await Commit("c", 0, "m1", "one");
        Assert.Equal(CommitOutcome.Duplicate, (await Commit("c", 0, "m1", "one")).Outcome);
    }

    [Fact]
    public async Task Commit_SameInboundThatWroteNothing_IsADuplicateWithoutEntries()
    {
        await Commit("c", 0, "m1");
        var again = await Commit("c", 1, "m1", "x");
        Assert.Equal(CommitOutcome.Duplicate, again.Outcome);
        Assert.Empty(again.Entries);
    }

    [Fact]
    public async Task Commit_SameInboundInAnotherConversation_IsAnotherTurn()
    {
        await Commit("a", 0, "m1", "for a");
        Assert.Equal(CommitOutcome.Committed, (await Commit("b", 0, "m1", "for b")).Outcome);
        Assert.Equal(["for a"], await Payloads("a"));
        Assert.Equal(["for b"], await Payloads("b"));
    }

    [Fact]
    public async Task Commit_WithoutInbound_IsNeverADuplicate()
    {
        await Commit("c", 0, null, "one");
        Assert.Equal(CommitOutcome.Committed, (await Commit("c", 1, null, "one")).Outcome);
    }

    [Theory]
    [InlineData("")]
    [InlineData("'); DROP TABLE conversation; --")]
    [InlineData("a\0b")]
    [InlineData("😀 长长的话 \u202e")]
    public async Task Commit_AnyText_ComesBackAsItWas(string text)
    {
        await Commit("id " + text, 0, "in " + text, text);
        Assert.Equal([text], await Payloads("id " + text));
        Assert.Equal(CommitOutcome.Duplicate, (await Commit("id " + text, 1, "in " + text)).Outcome);
    }

    [Fact]
    public async Task Commit_ManyAtOnceOnOneConversation_ExactlyOneEachVersion()
    {
        await Commit("c", 0, null);
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(i => Task.Run(() => Commit("c", 1, $"m{i}", "x").AsTask())));
        Assert.Single(outcomes, receipt => receipt.Outcome == CommitOutcome.Committed);
        Assert.Equal(49, outcomes.Count(receipt => receipt.Outcome == CommitOutcome.Conflict));
    }

    [Fact]
    public async Task Commit_ManyAtOnceOfOneMessage_ExactlyOneTurn()
    {
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => Task.Run(() => Commit("c", 0, "m1", "x").AsTask())));
        Assert.Single(outcomes, receipt => receipt.Outcome == CommitOutcome.Committed);
        Assert.Equal(49, outcomes.Count(receipt => receipt.Outcome == CommitOutcome.Duplicate));
        Assert.All(outcomes, receipt => Assert.Equal([new TranscriptEntry(1, "x")], receipt.Entries));
    }

    [Fact]
    public async Task Commit_ManyConversationsAtOnce_AllAreWritten()
    {
        await Task.WhenAll(Enumerable.Range(0, 500).Select(i => Task.Run(() => Commit($"c{i}", 0, "m", $"{i}").AsTask())));
        for (var i = 0; i < 500; i++) Assert.Equal([$"{i}"], await Payloads($"c{i}"));
    }

    [Fact]
    public async Task Commit_AlreadyCancelled_WritesNothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var commit = new TurnCommit("c", 0, Conversation.New, null, ["x"], Clock.GetUtcNow());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.CommitAsync(commit, cancelled.Token).AsTask());
        Assert.Null(await Store.FindAsync("c", None));
    }

    [Theory]
    [InlineData(0, 1000, new[] { "1", "2", "3", "4", "5" })]
    [InlineData(0, 2, new[] { "1", "2" })]
    [InlineData(3, 1000, new[] { "4", "5" })]
    [InlineData(5, 1000, new string[0])]
    [InlineData(long.MaxValue, 1000, new string[0])]
    public async Task Read_AfterAPosition_GivesWhatFollows(long after, int limit, string[] expected)
    {
        await Commit("c", 0, null, "1", "2", "3");
        await Commit("c", 1, null, "4", "5");
        Assert.Equal(expected, await Payloads("c", after, limit));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 0)]
    [InlineData(0, 1001)]
    public async Task Read_OutOfRange_Throws(long after, int limit) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Payloads("c", after, limit));

    [Fact]
    public async Task Commit_OnWhatHasExpired_BeginsAnew()
    {
        await Commit("c", 0, "m1", "old");
        Clock.Advance(Kept.Transcript);

        Assert.Equal(CommitOutcome.Conflict, (await Commit("c", 1, "m2", "new")).Outcome);
        var receipt = await Commit("c", 0, "m1", "new");

        Assert.Equal(CommitOutcome.Committed, receipt.Outcome);
        Assert.Equal([new TranscriptEntry(1, "new")], await Store.ReadAsync("c", 0, 10, None));
        Assert.Equal(1, (await Store.FindAsync("c", None))!.Version);
    }

    [Fact]
    public async Task Delete_TakesTheConversationWhole()
    {
        await Commit("c", 0, "m1", "one");
        await Commit("d", 0, "m1", "other");

        await Store.DeleteAsync("c", None);
        await Store.DeleteAsync("never begun", None);

        Assert.Null(await Store.FindAsync("c", None));
        Assert.Empty(await Payloads("c"));
        Assert.Equal(["other"], await Payloads("d"));
        Assert.Equal(CommitOutcome.Committed, (await Commit("c", 0, "m1", "again")).Outcome);
    }

    [Fact]
    public async Task IsReachable_Open_IsTrue() => Assert.True(await Store.IsReachableAsync(None));

    private async Task<CommitReceipt> Forget(string id, long version, string inbound, params string[] entries) => await Store.CommitAsync(
        new TurnCommit(id, version, Conversation.New, inbound, entries, Clock.GetUtcNow()) { Forgets = true }, None);

    [Fact]
    public async Task Commit_ThatForgets_KeepsOnlyItsOwnEntriesAndPositionsGoOn()
    {
        await Commit("c", 0, "m1", "问", "答");
        var receipt = await Forget("c", 1, "m2", "删", "已删");
        Assert.Equal([new TranscriptEntry(3, "删"), new TranscriptEntry(4, "已删")], receipt.Entries);
        Assert.Equal(receipt.Entries, await Store.ReadAsync("c", 0, 10, None));
        Assert.Equal(2, (await Store.FindAsync("c", None))!.Version);
        Assert.Equal(CommitOutcome.Committed, (await Commit("c", 2, "m3", "又问")).Outcome);
    }

    [Fact]
    public async Task Commit_WhatWasTakenBeforeForgetting_ADuplicateWithNothingInIt()
    {
        await Commit("c", 0, "m1", "问", "答");
        await Forget("c", 1, "m2", "已删");
        var late = await Commit("c", 2, "m1", "问", "答");
        Assert.Equal(CommitOutcome.Duplicate, late.Outcome);
        Assert.Empty(late.Entries);
        Assert.Equal(["已删"], (await Commit("c", 2, "m2", "x")).Entries.Select(entry => entry.Payload));
    }

    [Fact]
    public async Task Commit_ThatForgetsOnAnOldVersion_DeletesNothing()
    {
        await Commit("c", 0, "m1", "问");
        await Commit("c", 1, "m2", "又问");
        Assert.Equal(CommitOutcome.Conflict, (await Forget("c", 1, "m3", "已删")).Outcome);
        Assert.Equal(["问", "又问"], await Payloads("c"));
        Assert.Equal(CommitOutcome.Duplicate, (await Forget("c", 2, "m1", "已删")).Outcome);
        Assert.Equal(["问", "又问"], await Payloads("c"));
    }

    [Fact]
    public async Task Commit_ThatForgetsWhatWasNeverBegun_BeginsIt()
    {
        Assert.Equal(CommitOutcome.Committed, (await Forget("c", 0, "m1", "已删")).Outcome);
        Assert.Equal(["已删"], await Payloads("c"));
    }

    private IOutbox Outbox => (IOutbox)Store;

    private async Task<CommitReceipt> Send(string id, long version, params string[] replies) => await Store.CommitAsync(
        new TurnCommit(id, version, Conversation.New, $"m{version}", replies, Clock.GetUtcNow()) { Dispatch = new Dispatch("post") }, None);

    private async Task<string[]> Due(int limit = 100) =>
        [.. (await Outbox.TakeDueAsync(limit, TimeSpan.FromSeconds(30), None)).Select(reply => reply.Payload).Order(StringComparer.Ordinal)];

    [Fact]
    public async Task Outbox_CommittedWithACarrier_WaitsAndNothingElseDoes()
    {
        await Commit("a", 0, "m", "fetched");
        await Send("b", 0, "sent");
        Assert.Equal(1, await Outbox.CountWaitingAsync(None));
        var reply = Assert.Single(await Outbox.TakeDueAsync(10, TimeSpan.FromSeconds(30), None));
        Assert.Equal(("post", "sent", 1L, 1, Clock.GetUtcNow()), (reply.Carrier, reply.Payload, reply.Position, reply.Attempts, reply.Since));
    }

    [Fact]
    public async Task Outbox_AConflictOrDuplicate_SendsNothing()
    {
        await Send("c", 0, "sent");
        await Send("c", 7, "conflict");
        await Send("c", 0, "duplicate");
        Assert.Equal(1, await Outbox.CountWaitingAsync(None));
    }

    [Fact]
    public async Task Outbox_OfOneConversation_LeavesInOrderOneByOne()
    {
        await Send("c", 0, "1", "2");
        await Send("c", 1, "3");
        await Send("d", 0, "other");
        for (var at = 1; at <= 3; at++)
        {
            var due = await Outbox.TakeDueAsync(10, TimeSpan.FromSeconds(30), None);
            Assert.Equal(at == 1 ? 2 : 1, due.Count);
            var mine = Assert.Single(due, reply => reply.Payload == $"{at}");
            await Outbox.SettleAsync(mine, null, None);
        }
        Assert.Equal(1, await Outbox.CountWaitingAsync(None));
    }

    [Fact]
    public async Task Outbox_Taken_IsHiddenForItsLeaseAndThenDueAgain()
    {
        await Send("c", 0, "sent");
        Assert.Equal(["sent"], await Due());
        Assert.Empty(await Due());
        Clock.Advance(TimeSpan.FromSeconds(30));
        var again = Assert.Single(await Outbox.TakeDueAsync(10, TimeSpan.FromSeconds(30), None));
        Assert.Equal(2, again.Attempts);
    }

    [Fact]
    public async Task Outbox_PutBack_IsDueWhenItIsSaid()
    {
        await Send("c", 0, "sent");
        var reply = Assert.Single(await Outbox.TakeDueAsync(10, TimeSpan.FromMinutes(5), None));
        await Outbox.SettleAsync(reply, Clock.GetUtcNow().AddSeconds(2), None);
        Assert.Empty(await Due());
        Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(["sent"], await Due());
    }

    [Fact]
    public async Task Outbox_TakenByManyAtOnce_EachReplyByOne()
    {
        for (var i = 0; i < 60; i++) await Send($"c{i}", 0, $"{i}");
        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Due(10))));
        Assert.Equal(60, taken.SelectMany(each => each).Distinct().Count());
        Assert.Equal(60, taken.Sum(each => each.Length));
    }

    [Fact]
    public async Task Outbox_OfAConversationDeleted_IsEmpty_AndSettlingItDoesNothing()
    {
        await Send("c", 0, "sent");
        await Send("d", 0, "sent");
        var taken = await Outbox.TakeDueAsync(10, TimeSpan.FromSeconds(30), None);
        await Forget("c", 1, "forget", "已删");
        await Store.DeleteAsync("d", None);
        Assert.Equal(0, await Outbox.CountWaitingAsync(None));
        foreach (var reply in taken) await Outbox.SettleAsync(reply, Clock.GetUtcNow(), None);
        Assert.Equal(0, await Outbox.CountWaitingAsync(None));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1001, 1)]
    [InlineData(1, 0)]
    public async Task Outbox_OutOfRange_Throws(int limit, int seconds) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await Outbox.TakeDueAsync(limit, TimeSpan.FromSeconds(seconds), None));

    [Fact]
    public async Task Open_DataWithoutItsKeyRing_IsRefusedByName()
    {
        await Commit("c", 0, "m1", "one");
        var elsewhere = KeyRing + ".lost";
        var refusal = Assert.Throws<InvalidDataException>(() => OpenAgain(elsewhere));
        Assert.Contains(elsewhere, refusal.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(elsewhere));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"names":"AAAA","keys":[]}""")]
    [InlineData("""{"names":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=","keys":[{"id":1,"key":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}]}""")]
    public async Task Open_WithAnotherOrADamagedKeyRing_IsRefusedByName(string ring)
    {
        await Commit("c", 0, "m1", "one");
        var other = KeyRing + ".other";
        await File.WriteAllTextAsync(other, ring);
        Assert.Contains(other, Assert.Throws<InvalidDataException>(() => OpenAgain(other)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rotate_OldConversationsStayReadable_NewOnesNeedTheNewKey()
    {
        await Commit("c", 0, "m1", "one");
        var before = await File.ReadAllBytesAsync(KeyRing);
        Assert.Equal(2, Keys.KeyRing.Rotate(KeyRing, Clock));
        var store = OpenAgain(KeyRing);
        using (store as IDisposable)
        {
            Assert.Equal("one", Assert.Single(await store.ReadAsync("c", 0, 10, None)).Payload);
            await store.CommitAsync(new TurnCommit("d", 0, Conversation.New, "m", ["new"], Clock.GetUtcNow()), None);
            Assert.Equal("new", Assert.Single(await store.ReadAsync("d", 0, 10, None)).Payload);
        }
        // The store that is still open with the old ring cannot read what the new key wrapped, and says so.
        await Assert.ThrowsAsync<Keys.DamagedDataException>(async () => await Store.ReadAsync("d", 0, 10, None));
        Assert.NotEqual(before, await File.ReadAllBytesAsync(KeyRing));
    }
}
